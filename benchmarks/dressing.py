"""Generated pages with the weight of real ones.

The medians of the 268 saved pages of ten real sites in the labelled data: 42 KB of HTML, 270 words, 34 links,
300 elements, 20 scripts with 4 KB of code in the page, 1 KB of styles, 10 KB of attributes, 8 paragraphs, 4 pictures,
one form.
"""

import random
from typing import Final

PARAGRAPHS: Final = 4
SCRIPTS: Final = 20
CARDS: Final = 12
LINKED_CARDS: Final = 9
WORDS: Final = "cart track item view grid size theme lazy load state price list ready slide menu swatch".split()


def dressed(html: str, number: int) -> str:
    """The page `number` of a site with scripts, styles and cards of goods as a shop program writes them."""
    chance = random.Random(f"dress {number}")  # noqa: S311
    head = f"{_styles(chance)}{''.join(_script(chance) for _ in range(SCRIPTS))}</head>"
    cards = "".join(_card(chance, linked=place < LINKED_CARDS) for place in range(CARDS))
    form = '<form action="/search"><label>Search <input name=q type=search></label><button>Go</button></form>'
    main = f'{form}<section class="{_classes(chance)}">{cards}</section></main>'
    return html.replace("</head>", head, 1).replace("</main>", main, 1)


def _script(chance: random.Random) -> str:
    code = ";".join(f"window.{chance.choice(WORDS)}={{{chance.choice(WORDS)}:{chance.random()}}}" for _ in range(12))
    return f"<script>{code}</script>"


def _styles(chance: random.Random) -> str:
    rules = "".join(f".{chance.choice(WORDS)}{{margin:{chance.randint(0, 40)}px;color:#333}}" for _ in range(35))
    return f"<style>{rules}</style>"


def _card(chance: random.Random, *, linked: bool) -> str:
    spans = "".join(f'<span class="{_classes(chance)}" data-{chance.choice(WORDS)}>•</span>' for _ in range(11))
    link = f'<a href="/category/0#{chance.choice(WORDS)}" class="{_classes(chance)}">See more</a>' if linked else ""
    picture = (
        f'<picture class="{_classes(chance)}"><source srcset="/img/{chance.randint(0, 9)}.webp 400w"></picture>'
        if chance.random() < 0.7
        else f'<img src="/img/{chance.randint(0, 9)}.jpg" alt="A lamp" class="{_classes(chance)}" loading=lazy>'
    )
    inner = f'<div class="{_classes(chance)}"><div class="{_classes(chance)}">{spans}</div>{link}</div>'
    return f'<article class="{_classes(chance)}" data-id={chance.randint(1, 9999)}>{picture}{inner}</article>'


def _classes(chance: random.Random) -> str:
    return " ".join(f"{chance.choice(WORDS)}-{chance.choice(WORDS)}--{chance.randint(0, 9)}" for _ in range(4))
