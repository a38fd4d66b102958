"""The others: how each is found, configured for speed, and run over a list of addresses."""
import glob
import os
import re
import shutil
import subprocess
import zipfile

import machine

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"  # Debian's packages are seen by Debian's Python alone


class Scrapy:
    """Fetches and selects; no archive, no database. Everything else as it comes, robots.txt obeyed, no delay."""

    def __init__(self, work, parallel):
        self.work, self.parallel = work, parallel
        self.name = f"Scrapy, {parallel} at a time"

    def missing(self):
        seen = subprocess.run([PYTHON, "-c", "import scrapy"], capture_output=True)
        return "" if seen.returncode == 0 else "apt-get install python3-scrapy"

    def version(self):
        return machine.tool([PYTHON, "-c", "import scrapy; print(scrapy.__version__)"]).strip()

    def run(self, addresses, run):
        settings = {
            "ROBOTSTXT_OBEY": "True", "DOWNLOAD_DELAY": "0", "LOG_LEVEL": "INFO",
            "CONCURRENT_REQUESTS": str(self.parallel), "CONCURRENT_REQUESTS_PER_DOMAIN": "8"}
        command = [PYTHON, "-m", "scrapy", "runspider", os.path.join(HERE, "spider.py"), "-a", f"addresses={addresses}"]
        for key, value in settings.items():
            command += ["-s", f"{key}={value}"]
        return machine.Running(command, os.path.join(self.work, f"scrapy-{run}.log"), cwd=self.work).result()


class Urlwatch:
    """Fetches, selects and keeps the last state in SQLite. It knows no robots.txt."""

    name = "urlwatch"

    def __init__(self, work):
        self.work = work

    def missing(self):
        return "" if machine.found("urlwatch") else "apt-get install urlwatch"

    def version(self):
        return machine.tool(["urlwatch", "--version"]).split()[-1]

    def run(self, addresses, run):
        folder = os.path.join(self.work, f"urlwatch-{run}")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        places = {name: os.path.join(folder, name) for name in ("urls.yaml", "config.yaml", "cache.db", "hooks.py")}
        with open(addresses) as listed, open(places["urls.yaml"], "w") as jobs:
            for address in listed:
                jobs.write(f"---\nurl: {address.strip()}\nfilter:\n  - css: 'title'\n")
        with open(places["config.yaml"], "w") as config:
            config.write("report: {stdout: {enabled: false}}\n")
        return machine.Running(
            ["urlwatch", "--urls", places["urls.yaml"], "--config", places["config.yaml"],
             "--cache", places["cache.db"], "--hooks", places["hooks.py"]],
            os.path.join(self.work, f"urlwatch-{run}.log")).result()


class Heritrix:
    """Archives each page as WARC with its own standard job: no delays, no page beyond the list."""

    artifact = "org.archive.heritrix:heritrix:3.4.0-20240909:zip:dist"

    def __init__(self, work, links):
        self.work, self.links = work, links
        self.name = "Heritrix" if links else "Heritrix, no links read"
        self.home = ""

    def missing(self):
        """Has Maven fetch the distribution, once."""
        folder = os.path.join(self.work, "heritrix")
        if not glob.glob(f"{folder}/heritrix-*/lib"):
            os.makedirs(folder, exist_ok=True)
            fetched = subprocess.run(
                ["mvn", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                 f"-Dartifact={self.artifact}", f"-DoutputDirectory={folder}"],
                capture_output=True, text=True, cwd=folder)
            for archive in glob.glob(f"{folder}/*.zip"):
                zipfile.ZipFile(archive).extractall(folder)
            if not glob.glob(f"{folder}/heritrix-*/lib"):
                return f"Maven gave no {self.artifact}: {fetched.stdout.strip()[-300:]}"
        self.home = glob.glob(f"{folder}/heritrix-*/lib")[0][:-4]
        return ""

    def version(self):
        return os.path.basename(self.home).partition("-")[2]

    def run(self, addresses, run):
        folder = os.path.join(self.work, f"heritrix-{run}")
        shutil.rmtree(folder, ignore_errors=True)
        job = os.path.join(folder, "jobs", "bench")
        os.makedirs(job)
        shutil.copy(addresses, os.path.join(job, "seeds.txt"))
        with open(os.path.join(job, "crawler-beans.cxml"), "w") as file:
            file.write(self.configuration())
        cost = machine.Running(
            ["java", f"-Dheritrix.home={self.home}", "-Djava.protocol.handler.pkgs=org.archive.net", "-Xmx1g",
             "-cp", os.path.join(self.home, "lib", "*"), "org.archive.crawler.Heritrix",
             "-a", "bench:bench", "-j", os.path.join(folder, "jobs"), "-p", str(machine.free_port()),
             "-r", "bench"],
            os.path.join(self.work, f"heritrix-{run}.log"), cwd=folder).result()
        archived = sum(os.path.getsize(file) for file in glob.glob(f"{job}/**/*.warc.gz", recursive=True))
        if archived == 0:
            raise machine.Failed(f"Heritrix wrote no WARC; see {folder}")
        shutil.rmtree(folder)
        return cost

    def configuration(self):
        """Heritrix's own standard job with a few values changed; each change must find what it changes."""
        engine = glob.glob(os.path.join(self.home, "lib", "heritrix-engine-*.jar"))[0]
        text = zipfile.ZipFile(engine).read("org/archive/crawler/restlet/profile-crawler-beans.cxml").decode()
        seeds = re.compile(r'<bean id="longerOverrides".*?</bean>', re.S)
        inline = re.compile(r'(<bean id="seeds" class="org.archive.modules.seeds.TextSeedModule">).*?</bean>\s*</property>', re.S)
        from_file = (r'\1<property name="textSource"><bean class="org.archive.spring.ConfigFile">'
                     r'<property name="path" value="seeds.txt"/></bean></property>')
        changes = [
            (re.compile(r"metadata\.operatorContactUrl=\S+"), "metadata.operatorContactUrl=http://127.0.0.1/bench\n"
             "disposition.delayFactor=0\ndisposition.minDelayMs=0\ndisposition.maxDelayMs=0\n"
             "crawlController.pauseAtStart=false\ncrawlController.maxToeThreads=50"),
            (seeds, ""),
            (inline, from_file),
            (re.compile(r'<!-- <property name="maxHops" value="20" /> -->'), '<property name="maxHops" value="0"/>'),
            (re.compile(r'<!-- <property name="maxTransHops" value="2" /> -->'), '<property name="maxTransHops" value="0"/>'),
            (re.compile(r'<!-- <property name="maxSpeculativeHops" value="1" /> -->'), '<property name="maxSpeculativeHops" value="0"/>'),
        ]
        if not self.links:
            changes.append((re.compile(r'<ref bean="extractor(?!RobotsTxt)\w+"/>'), ""))
        for pattern, replacement in changes:
            text, times = pattern.subn(replacement, text)
            if times == 0:
                raise machine.Failed(f"Heritrix {self.version()} has another standard job than expected: no {pattern.pattern}")
        return text
