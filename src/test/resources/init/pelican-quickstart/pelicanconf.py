AUTHOR = 'Ada Example'
SITENAME = 'Field Notes'
SITEURL = ""

PATH = "content"

TIMEZONE = 'Europe/Prague'

DEFAULT_LANG = 'en'

# Feed generation is usually not desired when developing
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None

# Blogroll
LINKS = (
    ("Pelican", "https://getpelican.com/"),
    ("Python.org", "https://www.python.org/"),
)
DEFAULT_PAGINATION = 10
