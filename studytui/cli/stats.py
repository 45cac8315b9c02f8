"""``stats``: what was done, how much of it was kept, and how each deck stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import click

from studytui.cli.context import Context
from studytui.cli.libraries import reading
from studytui.cli.printing import print_json
from studytui.cli.spoken import Spoken
from studytui.study.stats import DeckStats, Done, Stats
from studytui.study.stats import stats as looked_up

DAYS, WEEKS = 14, 8
"""So many are printed; the JSON has all."""
BAR = 20


@click.command("stats", cls=Spoken, help="Show what was done and how much of it was kept, by day, week and deck.")
@click.argument("deck", required=False)
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def stats(context: Context, deck: str | None, as_data: bool) -> None:
    """Show what was done."""
    with reading(context) as library:
        found = looked_up(library, deck)
    if as_data:
        print_json(_as_json(found))
        return
    if not found.all.answers:
        context.tell("Nothing was answered yet.")
    else:
        _print_done(context, found)
    for one in found.decks:
        _print_deck(context, one)


def _print_done(context: Context, found: Stats) -> None:
    monday = found.today - timedelta(days=found.today.weekday())
    context.tell("{n} day in a row", plural="{n} days in a row", n=found.streak)
    context.tell("The longest run of days: {n}", n=found.longest)
    for title, done in (
        *((context.say("Last {n} days", n=period), done) for period, done in found.periods.items()),
        (context.say("In all"), found.all),
    ):
        context.print(f"{title}: {_said(context, done)}")
    if found.all.typed:
        context.tell(
            "Typed {typed}, of which you rated {other} otherwise than what was typed",
            typed=found.all.typed,
            other=found.all.overruled,
        )
    context.print()
    _print_rows(context, _last(found.days, [found.today - timedelta(days=back) for back in range(DAYS)]))
    context.print()
    context.tell("By week, from its Monday:")
    _print_rows(context, _last(found.weeks, [monday - timedelta(weeks=back) for back in range(WEEKS)]))
    context.print()


def _last(done: Mapping[date, Done], wanted: Sequence[date]) -> list[tuple[date, Done | None]]:
    """The rows that are wanted, oldest first, those without an answer too; and any that a clock put ahead of today."""
    ahead = [day for day in done if day > wanted[0]]
    return [(day, done.get(day)) for day in (*reversed(wanted), *ahead)]


def _print_rows(context: Context, rows: Sequence[tuple[date, Done | None]]) -> None:
    most = max((done.answers for _, done in rows if done), default=1)
    for day, done in rows:
        bar = "#" * max(1, round(BAR * done.answers / most)) if done else ""
        context.print(f"{day}  {bar:{BAR}}  {_said(context, done) if done else '-'}")


def _said(context: Context, done: Done) -> str:
    answers = context.say("{n} answer", plural="{n} answers", n=done.answers)
    spent = context.say("{minutes} min", minutes=-(-done.seconds // 60))
    return "  ".join((answers, spent, _kept(context, done))).rstrip()


def _kept(context: Context, done: Done) -> str:
    if done.retention is None:
        return ""
    return context.say("{kept}% of {asked} recalled", kept=round(done.retention * 100), asked=done.asked)


def _print_deck(context: Context, one: DeckStats) -> None:
    row = one.summary
    context.tell(
        "{name}: readiness {ready}%, {due} due, {weak} weak, {new} new",
        name=row.name,
        ready=round(row.readiness * 100),
        due=row.due,
        weak=row.weak,
        new=row.new,
    )
    if one.all.answers:
        context.print(f"  {_said(context, one.all)}")


def _as_json(found: Stats) -> dict[str, object]:
    return {
        "today": found.today.isoformat(),
        "streak": found.streak,
        "longest_streak": found.longest,
        "all": _row(found.all),
        "periods": [{"days": period, **_row(done)} for period, done in found.periods.items()],
        "days": list(_dated("day", found.days)),
        "weeks": list(_dated("week", found.weeks)),
        "decks": [_deck_row(one) for one in found.decks],
    }


def _dated(name: str, rows: Mapping[date, Done]) -> Iterator[dict[str, object]]:
    return ({name: day.isoformat(), **_row(done)} for day, done in rows.items())


def _deck_row(one: DeckStats) -> dict[str, object]:
    row = one.summary
    return {
        "name": row.name,
        "id": row.id,
        "readiness": round(row.readiness, 4),
        "due": row.due,
        "weak": row.weak,
        "new": row.new,
        **_row(one.all),
        "last_30_days": _row(one.recent),
    }


def _row(done: Done) -> dict[str, object]:
    return {
        "answers": done.answers,
        "right": round(done.right, 4),
        "seconds": done.seconds,
        "new_points": done.first,
        "asked": done.asked,
        "true_retention": None if done.retention is None else round(done.retention, 4),
        "typed": done.typed,
        "overruled": done.overruled,
    }
