"""Fills a new shop: tables, categories, products with stock, the contact page, and the index of the search."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.flatpages.models import FlatPage  # noqa: E402
from django.contrib.sites.models import Site  # noqa: E402
from django.core.management import call_command  # noqa: E402
from oscar.apps.catalogue.categories import create_from_breadcrumbs  # noqa: E402
from oscar.core.loading import get_model  # noqa: E402

GOODS = {
    "Watering": {
        "Copper watering can": ("34.00", "Holds six litres and pours without a drip."),
        "Rain gauge": ("12.50", "Glass tube in a steel holder."),
        "Soaker hose": ("19.00", "Ten metres that sweat instead of spray."),
        "Brass hose nozzle": ("15.50", "From mist to jet by a turn."),
        "Drip tray": ("8.00", "Zinc, for pots up to thirty centimetres."),
    },
    "Moss and fern": {
        "Hart's-tongue fern": ("9.50", "Evergreen, likes the north side of a wall."),
        "Cushion moss tray": ("14.00", "Forty by forty centimetres of soft green."),
        "Maidenhair fern": ("11.00", "For the steam of a bathroom window."),
        "Lady fern": ("10.50", "Grows to a metre where it stays damp."),
    },
}
CONTACT = """<p>Call us on <a href="tel:+441632960471">01632 960471</a>, Monday to Friday, nine to five.</p>
<p>Or write to <a href="mailto:hello@fern-and-fathom.co.uk">hello@fern-and-fathom.co.uk</a>.</p>"""


def main() -> None:
    """Make everything in an empty folder of data."""
    (settings.DATA / "media").mkdir(parents=True, exist_ok=True)
    call_command("migrate", run_syncdb=True, verbosity=0)
    country = get_model("address", "Country")
    country.objects.create(iso_3166_1_a2="GB", printable_name="United Kingdom", is_shipping_country=True)
    kind = get_model("catalogue", "ProductClass").objects.create(name="Thing", requires_shipping=True, track_stock=True)
    partner = get_model("partner", "Partner").objects.create(name="The shed")
    number = 0
    for category_name, goods in GOODS.items():
        category = create_from_breadcrumbs(category_name)
        for title, (price, text) in goods.items():
            number += 1
            product = get_model("catalogue", "Product").objects.create(
                title=title, description=f"<p>{text}</p>", product_class=kind, upc=f"FF-{number:03}"
            )
            product.categories.add(category)
            get_model("partner", "StockRecord").objects.create(
                product=product,
                partner=partner,
                partner_sku=f"shed-{number:03}",
                price_currency="GBP",
                price=price,
                num_in_stock=500,
            )
    page = FlatPage.objects.create(url="/contact-us/", title="Contact us", content=CONTACT)
    page.sites.add(Site.objects.get_or_create(id=1, defaults={"domain": "shop.example", "name": "shop"})[0])
    call_command("rebuild_index", interactive=False, verbosity=0)


if __name__ == "__main__":
    main()
