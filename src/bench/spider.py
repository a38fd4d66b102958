"""Scrapy's part: fetch each page, make one CSS selection, keep nothing."""
import scrapy


class Pages(scrapy.Spider):
    name = "pages"

    def start_requests(self):
        with open(self.addresses) as file:
            for line in file:
                yield scrapy.Request(line.strip())

    def parse(self, response):
        kind = response.css("meta[property='og:type']::attr(content)").get()
        self.crawler.stats.inc_value(f"pages/{kind}")
