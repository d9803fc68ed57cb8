#!/usr/bin/env python3
"""Measures how long Feedwright takes from cold, and Hugo beside it if that is installed.

Each round runs every program once, one after another, so that a slow minute of the machine meets
all of them. Cold: with an empty cache folder. Kept: with that of an earlier run. Edited: with the
output of an earlier run too, since when one post was edited. For serve, until the site's feed is
answered. Processor time is that of the program, user and system. Prints a table of medians, with the
least and the greatest in parentheses. Needs Python 3.9 on Linux or macOS.

  python3 src/bench/start.py
  python3 src/bench/start.py --posts 1000 --rounds 5 --run C1='java -XX:TieredStopAtLevel=1 -jar \
target/feedwright.jar' --run tiered='java -jar target/feedwright.jar'
"""
import argparse
import os
import pathlib
import platform
import shlex
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import posts
from hugo import Hugo


LIMIT = 300  # seconds
SETTLED = 8  # seconds: ext4 writes new files more slowly for a while after many were deleted


class Feedwright:
    """One way to run it; with a cache folder of its own."""

    tasks = ["build, cold", "build, kept", "build, edited", "check, cold", "check, kept", "serve, cold", "serve, kept"]

    def __init__(self, name, command, corpus, work):
        self.name = name
        self.command = shlex.split(command)
        self.corpus = corpus
        self.kept, self.cold, self.out, self.again = (work / name / part for part in ("kept", "cold", "out", "again"))
        self.config = work / name / "config.yaml"
        self.config.parent.mkdir(parents=True)
        self.config.write_text(f"site: {{url: 'https://blog.example.org/'}}\nposts: {{directory: '{corpus}'}}\n")

    def prepare(self):
        """Fills the cache folder of what is kept, and an output folder."""
        finished([*self.arguments("build", self.kept), "--out", str(self.again)])

    def arguments(self, task, cache):
        return [*self.command, task, "--config", str(self.config), "--cache", str(cache)]

    def measure(self, task):
        name, state = task.split(", ")
        if state == "cold":
            shutil.rmtree(self.cold, ignore_errors=True)
        arguments = self.arguments(name, self.cold if state == "cold" else self.kept)
        if name == "serve":
            port = free_port()
            return first_answer([*arguments, "--port", str(port)], f"http://127.0.0.1:{port}/rss.xml")
        if state == "edited":
            self.edit()
            return finished([*arguments, "--out", str(self.again)])
        if name == "build":
            if self.out.exists():
                shutil.rmtree(self.out)
                time.sleep(SETTLED)
            arguments += ["--out", str(self.out)]
        return finished(arguments)

    def edit(self):
        """Adds a paragraph to the newest post, which is in most feeds."""
        post = max(self.corpus.rglob("*.md"))
        post.write_text(post.read_text() + "\nOne more paragraph.\n")


def finished(command):
    """Runs a command to its end; returns elapsed and processor time in seconds."""
    with tempfile.TemporaryFile() as log:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        elapsed = time.monotonic() - start
        if process.returncode:
            log.seek(0)
            sys.exit(f"{shlex.join(command)} failed:\n{log.read().decode()[-2000:]}")
    return elapsed, usage.ru_utime + usage.ru_stime


def first_answer(command, url):
    """Runs a server until it answers; returns elapsed and processor time in seconds until then."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not answers(url):
            if process.poll() is not None or time.monotonic() > start + LIMIT:
                sys.exit(f"{shlex.join(command)} did not answer {url}")
            time.sleep(.01)
        elapsed = time.monotonic() - start
    finally:
        process.send_signal(signal.SIGKILL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = -signal.SIGKILL
    return elapsed, usage.ru_utime + usage.ru_stime


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=60) as response:
            return len(response.read()) > 0
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def cell(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def selected(task, options):
    name, _, state = task.partition(", ")
    return name in options.tasks.split(",") and (not state or state in options.states.split(","))


def report(number, results):
    for (name, task), runs in sorted(results.items(), key=lambda each: order(each[0][1])):
        wall, cpu = zip(*runs)
        peers = [results.get((hugo, task.split(", ")[0]), []) for hugo in Hugo.names]
        ratios = [f"{statistics.median(cpu) / statistics.median(seconds for _, seconds in peer):.1f}" if peer else "" for peer in peers]
        print(f"| {number:,} | {task} | {name} | {cell(wall)} | {cell(cpu)} | {' | '.join(ratios)} |", flush=True)


def order(task):
    return [*Feedwright.tasks, *Hugo.tasks].index(task)


def measure(number, commands, options, work):
    corpus = work / "posts"
    posts.write(number, corpus)
    programs = [Feedwright(name, command, corpus, work) for name, command in commands]
    if shutil.which("hugo"):
        programs += [Hugo(corpus, work, finished, first_answer, free_port, pages) for pages in (False, True)]
    if "kept" in options.states or "edited" in options.states:
        for program in programs:
            program.prepare()
    results = {}
    for _ in range(options.rounds):
        for task in [*Feedwright.tasks, *Hugo.tasks]:
            for program in programs:
                if task in program.tasks and selected(task, options):
                    run = program.measure(task)
                    results.setdefault((program.name, task), []).append(run)
                    print(f"{number} posts, {task}, {program.name}: {run[0]:.2f} s, {run[1]:.2f} s", file=sys.stderr)
    report(number, results)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", default="100,1000,10000", help="how many; default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    parser.add_argument("--tasks", default="build,serve", help="of build, check, serve; default: %(default)s")
    parser.add_argument("--states", default="cold,kept,edited", help="default: %(default)s")
    parser.add_argument("--run", action="append", metavar="NAME=COMMAND", help="a way to run Feedwright; may be repeated")
    options = parser.parse_args()
    jar = pathlib.Path(__file__).resolve().parents[2] / "target" / "feedwright.jar"
    usual = f"Feedwright=java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar {jar}"
    commands = [run.split("=", 1) for run in options.run or [usual]]
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before\n")
    print("| posts | task | program | elapsed, s | processor, s | to Hugo | with pages |\n|--:|---|---|--:|--:|--:|--:|")
    for number in options.posts.split(","):
        with tempfile.TemporaryDirectory() as work:
            measure(int(number), commands, options, pathlib.Path(work).resolve())
    print(f"\nload {os.getloadavg()[0]:.1f} after")


if __name__ == "__main__":
    main()
