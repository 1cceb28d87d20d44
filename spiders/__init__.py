"""Gathering: Scrapy and the browser. A URL and a Guide go in, a Capture comes out."""
