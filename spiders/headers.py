"""Response headers as plain text."""

from scrapy.http import Response


def headers_of(response: Response) -> dict[str, str]:
    """The headers of an answer, names in lower case, several of one name joined by commas."""
    return {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
