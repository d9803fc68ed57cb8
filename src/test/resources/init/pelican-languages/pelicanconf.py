#!/usr/bin/env python
# -*- coding: utf-8 -*- #
from __future__ import unicode_literals
I18N_SUBSITES = {
    'de': {
        'SITENAME': 'Notizen',
        'LOCALE': 'de_DE.UTF-8',
    },
}
AUTHOR = u'Ada Example'
SITENAME = "Field Notes"  # of bees
SITESUBTITLE = u'Bees\' lives'
SITEURL = '//example.org'
LOCALE = ('en_US', 'C')
DEFAULT_LANG = u'en'
ARTICLE_URL = 'posts/{date:%Y}/{slug}/'
ARTICLE_SAVE_AS = 'posts/{date:%Y}/{slug}/index.html'
