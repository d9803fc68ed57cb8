#!/usr/bin/env python
# -*- coding: utf-8 -*-
from __future__ import unicode_literals
import os
AUTHOR = u'Ada'
SITENAME = "Ada's" + " log"
SITEURL = ''
PATH = 'src'
ARTICLE_PATHS = ['blog']
TIMEZONE = 'Europe/Paris'
LINKS = (('Pelican', 'https://getpelican.com/'),
         ('Python.org', 'https://www.python.org/'),)
SOCIAL = (
    ('a', '#'),
)
MARKDOWN = {
    'extension_configs': {
        'markdown.extensions.codehilite': {'css_class': 'highlight'},
    },
    'output_format': 'html5',
}
STATIC_PATHS = ['images',
'extra']
EXTRA_PATH_METADATA = {'extra/CNAME': {'path': 'CNAME'}}
PLUGINS = []
PLUGINS += ['sitemap']
JINJA_FILTERS['x'] = lambda x: x
if os.environ.get('PROD'):
    SITEURL = 'https://example.org'
    GOOGLE = 'x'
def f(a=1):
    b = 2
    return a == b
TEXT = """
FAKE = 1
"""
DEFAULT_LANG: str = 'fr'
A = B = 3
