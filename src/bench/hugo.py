"""Hugo as a yardstick: a site of the same posts, with RSS and Atom for the site and each category and tag.

Such feeds show the newest 20 posts, so Hugo renders only these. With pages, it renders every post, as a build of
Feedwright does, and writes a page for each, and lists of 20 for the site and each category, tag and author.
"""
import shutil

CONFIGURATION = """paginate = 20
disableKinds = ["sitemap", "robotsTXT", "404", "section"]
baseURL = "https://blog.example.org/"
title = "Posts"
[markup.goldmark.renderer]
unsafe = true
[markup.highlight]
codeFences = false
[mediaTypes."application/atom+xml"]
suffixes = ["atom"]
[outputFormats.ATOM]
mediaType = "application/atom+xml"
baseName = "index"
[taxonomies]
category = "categories"
tag = "tags"
"""
FEEDS = """[outputs]
home = ["RSS", "ATOM"]
taxonomy = ["HTML"]
term = ["RSS", "ATOM"]
[[cascade]]
[cascade._build]
render = "link"
[cascade._target]
kind = "page"
"""
WITH_PAGES = """author = "author"
[outputs]
home = ["HTML", "RSS", "ATOM"]
taxonomy = ["HTML"]
term = ["HTML", "RSS", "ATOM"]
"""
PAGES = '{{ $posts := .Pages }}{{ if .IsHome }}{{ $posts = .Site.RegularPages }}{{ end }}'
RSS = PAGES + """{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 $posts }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
"""
ATOM = PAGES + """{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Lastmod.Format "2006-01-02T15:04:05Z07:00" }}</updated>
{{ range first 20 $posts }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Lastmod.Format "2006-01-02T15:04:05Z07:00" }}</updated>
<author><name>{{ .Params.author }}</name></author><content type="html">{{ .Content | html }}</content></entry>
{{ end }}</feed>
"""
HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="{{ .Site.Home.Permalink }}">{{ .Site.Title }}</a></header><main><h1>{{ .Title }}</h1>
"""
FOOT = "</main></body></html>"
PAGE = HEAD + """<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}
<p>{{ range .GetTerms "tags" }}<a href="{{ .Permalink }}">{{ .Title }}</a> {{ end }}</p>
<nav>{{ with .PrevInSection }}<a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .Permalink }}">{{ .Title }}</a>{{ end }}</nav>
""" + FOOT
LIST = PAGES + HEAD + """{{ $list := .Paginate $posts }}
{{ range $list.Pages }}<article><h2><a href="{{ .Permalink }}">{{ .Title }}</a></h2>{{ .Summary }}</article>
{{ end }}<nav>{{ with $list.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}{{ with $list.Next }}<a href="{{ .URL }}">Older</a>{{ end }}</nav>
""" + FOOT


class Hugo:
    names = ["Hugo", "Hugo with pages"]
    tasks = ["build", "serve"]

    def __init__(self, corpus, work, finished, first_answer, free_port, pages):
        self.name = self.names[pages]
        if pages:
            self.tasks = ["build"]
        self.site = work / self.name
        self.finished, self.first_answer, self.free_port = finished, first_answer, free_port
        shutil.copytree(corpus, self.site / "content" / "posts")
        (self.site / "config.toml").write_text(CONFIGURATION + (WITH_PAGES if pages else FEEDS))
        layouts = self.site / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for name, template in [("list.rss.xml", RSS), ("list.atom.atom", ATOM), ("list.html", LIST), ("terms.html", HEAD + FOOT), ("single.html", PAGE)]:
            (layouts / name).write_text(template)

    def prepare(self):
        """Nothing: Hugo keeps no renderings between runs."""

    def measure(self, task):
        command = ["hugo", "--quiet", "--source", str(self.site)]
        if task == "build":
            shutil.rmtree(self.site / "public", ignore_errors=True)
            return self.finished(command)
        port = self.free_port()
        server = ["hugo", "server", *command[1:], "--bind", "127.0.0.1", "--port", str(port), "--disableLiveReload"]
        return self.first_answer(server, f"http://127.0.0.1:{port}/index.xml")
