import os
NAME = "Notes"
SITENAME = NAME
AUTHOR: str = 'Ada Example'
SITEURL = 'http://localhost:8000'
if os.environ.get('CI'):
    SITEURL = 'https://ci.example.org'
else:
    DEBUG = True
SITEURL = 'https://example.org'
TIMEZONE = "Mars/Olympus"
DEFAULT_LANG = "it_IT"
ARTICLE_URL = "{category}/{nonsense}.html"
PLUGINS = ["sitemap"]
