BLOG_TITLE = 'Workshop notes'
BLOG_AUTHOR = 'Ada Example'
SITE_URL = 'https://blog.example.org/'
DEFAULT_LANG = 'en'
TIMEZONE = 'UTC'
POSTS = (
    ('posts/*.rst', 'blog', 'post.tmpl'),
    ('posts/*.md', 'blog', 'post.tmpl'),
)
PAGES = (('pages/*.md', '', 'page.tmpl'),)
