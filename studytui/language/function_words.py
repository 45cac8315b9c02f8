"""Words that carry no meaning of their own; hiding one asks for nothing worth knowing."""

from typing import Final

_CHINESE = """
的 地 得 了 着 过 和 与 及 以及 并 并且 而 而且 或 或者 在 对 对于 于 关于 从 把 被 将 为 为了 以 使 让 由
由于 向 按 按照 根据 通过 随着 因为 所以 因此 但 但是 虽然 如果 那么 不仅 不但 还 也 又 都 就 才 只 只有 很 更
更加 最 较 比较 非常 十分 特别 进一步 进而 从而 日趋 日益 逐步 逐渐 不断 不够 不太 仍 仍然 还是 还有 已 已经
正在 一些 这 那 这些 那些 这个 那个 其 其中 他 她 它 我 你 我们 你们 他们 自己 大家 什么 怎么 怎样 如何 为什么
哪 哪些 每 各 某 等 等等 是 有 没有 不 没 要 能 能够 可以 应 应该 应当 必须 会 可 上 下 中 里 内 外 前 后 之
所 者 吗 呢 吧 啊 一是 二是 三是 第一 第二 首先 其次 再次 最后 一个 一种 方面 同时
"""
_ENGLISH = """
a an the this that these those my your his her its our their some any each every no all both either neither
and or but nor so yet if then than as because since while when where who whom whose which what how why of in
on at to for from by with without into onto over under about after before between among through during against
up down out off not is am are was were be been being have has had having do does did done doing will would
shall should can could may might must i you he she it we they me him us them there here very too also just
only more most much many few less such own same other another again once ever never always still already even
let lets get got make made
"""

CHINESE: Final = frozenset(_CHINESE.split())
"""In simplified characters."""

ENGLISH: Final = frozenset(_ENGLISH.split())
"""In small letters, without apostrophes."""
