import time

BLOG_AUTHOR = "Ada Example"  # (translatable)
BLOG_TITLE = "Field Notes"  # (translatable)
SITE_URL = "https://example.org/"
BLOG_EMAIL = "ada@example.org"
BLOG_DESCRIPTION = "Bees"  # (translatable)
DEFAULT_LANG = "en"
TRANSLATIONS = {
    DEFAULT_LANG: "",
    "es": "./es",
}
TIMEZONE = "Europe/Madrid"
POSTS = (
    ("posts/*.md", "posts", "post.tmpl"),
)
