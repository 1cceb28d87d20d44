"""The addresses of the shop: Oscar's own, and flat pages through the middleware."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import include, path

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include(apps.get_app_config("oscar").urls[0])),
]


def contact(request: HttpRequest) -> dict[str, Any]:
    """Whether the footer links to the contact page."""
    return {"contact_linked": settings.CONTACT_LINKED}
