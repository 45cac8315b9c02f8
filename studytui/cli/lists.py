"""``decks``, ``due``, ``weak``, ``history``: what there is, what is to be done, what is weak, what happened."""

import click

from studytui.cards.label import label
from studytui.cli.context import Context, print_json
from studytui.cli.spoken import Spoken
from studytui.study.library import Library
from studytui.study.looking import all_units, due_cards, summaries, weak_items
from studytui.study.reasons import because, why_now


@click.command("decks", cls=Spoken, help="List the decks.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def decks(context: Context, as_data: bool) -> None:
    """List the decks."""
    with context.reading() as library:
        found = summaries(library)
    if as_data:
        print_json(
            [
                {
                    "name": deck.name,
                    "id": deck.id,
                    "title": deck.title,
                    "nodes": deck.nodes,
                    "cards": deck.cards,
                    "new": deck.new,
                    "due": deck.due,
                    "weak": deck.weak,
                    "readiness": round(deck.readiness, 4),
                    **({"problem": context.say.say(deck.problem)} if deck.problem else {}),
                }
                for deck in found
            ]
        )
        return
    if not found:
        context.tell("No deck yet. `studytui import FILE` brings one in; `studytui` offers examples.")
    for deck in found:
        if deck.problem:
            context.print(f"{deck.name}: {context.say.say(deck.problem)}")
            continue
        context.tell(
            "{name}: {nodes} nodes, {new} new points, {due} due, {weak} weak, readiness {ready}%",
            name=deck.name,
            nodes=deck.nodes,
            new=deck.new,
            due=deck.due,
            weak=deck.weak,
            ready=round(deck.readiness * 100),
        )


@click.command("due", cls=Spoken, help="List the cards that are due, of one deck or of all.")
@click.argument("deck", required=False)
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def due(context: Context, deck: str | None, as_data: bool) -> None:
    """List what is due."""
    with context.reading() as library:
        found = due_cards(library, deck)
    if as_data:
        print_json(
            [
                {
                    "deck": one.name,
                    "card": card.id,
                    "label": context.say.say(label(card, one.outline)),
                    "due": one.due_day(card).isoformat(),
                    "R": round(one.memory(card).retrievability(one.today), 4),
                }
                for one, card in found
            ]
        )
        return
    for one, card in found:
        why = context.say.say(why_now(one, card))
        context.print(f"{one.name}  {context.say.say(label(card, one.outline))}  {why}")
    if not found:
        context.tell("Nothing is due.")


@click.command("weak", cls=Spoken, help="List the weak items with their reasons, of one deck or of all.")
@click.argument("deck", required=False)
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def weak(context: Context, deck: str | None, as_data: bool) -> None:
    """List what is weak."""
    with context.reading() as library:
        found = weak_items(library, deck)
    if as_data:
        print_json(
            [
                {
                    "deck": one.name,
                    "card": card.id,
                    "label": context.say.say(label(card, one.outline)),
                    "why": reason.why.value,
                    "reason": context.say.say(because(one, card, reason)),
                    "R": round(reason.retrievability, 4),
                }
                for one, card, reason in found
            ]
        )
        return
    for one, card, reason in found:
        why = context.say.say(because(one, card, reason))
        context.print(f"{one.name}  {context.say.say(label(card, one.outline))}  {why}")
    if not found:
        context.tell("Nothing is weak. New points are not weak, they are new.")


@click.command("history", cls=Spoken, help="List every event of a deck or of all, the oldest first.")
@click.argument("deck", required=False)
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def history(context: Context, deck: str | None, as_data: bool) -> None:
    """List what happened."""
    with context.reading() as library:
        rows = _events(library, deck)
    if as_data:
        print_json(rows)
        return
    for row in rows:
        rest = {k: v for k, v in row.items() if k not in ("deck", "unit", "at", "day", "kind", "device", "nodes")}
        words = "  ".join(f"{key}={value}" for key, value in rest.items())
        context.print(f"{row['day']}  {row['deck']}  {row['kind']}  {words}")


def _events(library: Library, deck: str | None) -> list[dict[str, object]]:
    rows = [
        {**event, "deck": name, "unit": unit.id, "at": unit.at, "day": unit.day, "device": unit.device}
        for name, unit in all_units(library, deck)
        for event in unit.events
    ]
    return sorted(rows, key=lambda row: str(row["at"]).zfill(20))
