# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: calling it as a stranger does, the shapes of its answers, TAP."""

import datetime
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import traceback

TODAY = "2026-11-20"


class Skip(Exception):
    """Raised by a case that this machine cannot run; its text says why."""


class Answer:
    """What one call gave: code, out, err, and data, the JSON object of a call that was done (else None)."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8", "replace")
        self.data = None


class Bench:
    """One case's own folder, company file, and program."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.company = os.path.join(folder, "essai.acquit")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, encoding="utf-8"):
        """The path of a new file with this text (or these bytes)."""
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    def call(self, *words, env=None, cwd=None, stdin=None, wrapper=()):
        """Runs the program with exactly these words."""
        translations = os.path.join(os.path.dirname(self.program), "..", "..", "po")
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en", ACQ_LOCALEDIR=translations)
        environment.update(env or {})
        arguments = [*wrapper, self.program, *map(str, words)]
        return Answer(
            subprocess.run(
                arguments, env=environment, cwd=cwd, stdin=stdin, capture_output=True, timeout=300, check=False
            )
        )

    def ask(self, verb, *words, today=TODAY, code=0, company=None):
        """A verb on the company file with --json; the object of its answer, or for a refusal the Answer."""
        answer = self.call("--today", today, "--json", verb, company or self.company, *words)
        assert answer.code == code, f"{verb} {words}: exit {answer.code} instead of {code}: {answer.err}{answer.out}"
        if code == 0:
            assert answer.out.endswith("}\n") and answer.out.count("\n") == 1, answer.out[:200]
            return json.loads(answer.out)
        assert answer.err.strip(), f"{verb} {words}: exit {code} without a reason"
        return answer

    def refuse(self, verb, *words, **more):
        return self.ask(verb, *words, code=1, **more)

    def misuse(self, verb, *words, **more):
        answer = self.ask(verb, *words, code=2, **more)
        assert not answer.out, answer.out
        return answer

    def create(self, *words, name="Menuiserie Essai SARL"):
        self.ask("create", "--name", name, *words)
        return self

    def demo(self):
        self.ask("demo")
        return self

    def invoices(self, *rows, headings="N° facture;Code client;Client;Date de facture;Date d'échéance;Total TTC", **more):
        """Imports a table of invoices; the one result."""
        path = self.write(f"factures-{len(os.listdir(self.folder))}.csv", "\r\n".join([headings, *rows]) + "\r\n")
        return self.ask("import", path, "--as", "invoices", **more)["imports"][0]

    def statement(self, *rows, **more):
        """Imports a table of bank lines "DD/MM/YYYY;debit;credit;label"; the one result."""
        lines = ["Date;Date de valeur;Débit;Crédit;Libellé"]
        lines += [row.split(";")[0] + ";" + row for row in rows]
        path = self.write(f"releve-{len(os.listdir(self.folder))}.csv", "\r\n".join(lines) + "\r\n")
        return self.ask("import", path, "--as", "statement", **more)["imports"][0]

    def list(self, what, *words, **more):
        return self.ask("list", what, *words, **more)[what]

    def invoice(self, number, **more):
        return {row["number"]: row for row in self.list("invoices", **more)}[number]


def same(got, wanted, about=""):
    assert got == wanted, f"{about}: {got!r} instead of {wanted!r}"


def cents(text):
    assert re.fullmatch(r"-?\d+\.\d\d", text), text
    return int(text.replace(".", ""))


class Shape:
    """A value that is checked by a function; "or_null" admits null."""

    def __init__(self, name, test):
        self.name = name
        self.test = test

    def or_null(self):
        return Shape(self.name + " or null", lambda value: value is None or self.test(value))


def is_day(value):
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    datetime.date.fromisoformat(value)
    return True


TEXT = Shape("text", lambda value: isinstance(value, str))
AMOUNT = Shape("amount", lambda value: isinstance(value, str) and re.fullmatch(r"-?\d+\.\d\d", value))
DAY = Shape("day", is_day)
COUNT = Shape("count", lambda value: type(value) is int and value >= 0)
FLAG = Shape("flag", lambda value: type(value) is bool)
CODE = Shape("code", lambda value: isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", value))
CURRENCY = Shape("currency", lambda value: isinstance(value, str) and re.fullmatch(r"[A-Z]{3}", value))


def one_of(*codes):
    return Shape("one of " + ", ".join(codes), lambda value: value in codes)


def check_shape(value, shape, where="answer"):
    """A dict is an object with exactly these keys, a list of one an array of such values, a Shape a value."""
    if isinstance(shape, dict):
        assert isinstance(value, dict), f"{where} is no object: {value!r}"
        same(list(value), list(shape), f"keys of {where}")
        for key, inner in shape.items():
            check_shape(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), f"{where} is no array: {value!r}"
        for number, inner in enumerate(value):
            check_shape(inner, shape[0], f"{where}[{number}]")
    else:
        assert shape.test(value), f"{where} is no {shape.name}: {value!r}"


def run_case(program, case):
    """One case in a folder of its own: the directive of its TAP line, and whether it failed."""
    # A name that tempfile makes up may hold underlines, which a look for raw codes would take for one.
    folder = os.path.join(tempfile.gettempdir(), "acquit-contract-" + secrets.token_hex(6))
    os.mkdir(folder, 0o700)
    try:
        case(Bench(program, folder))
    except Skip as reason:
        return f" # SKIP {reason}", False
    except Exception:
        print("# " + traceback.format_exc(limit=-3).rstrip().replace("\n", "\n# "))
        return "", True
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return "", False


def run_cases(cases):
    """Runs functions that take a Bench; their docstrings are the titles. Words behind the program choose among them."""
    program = os.path.abspath(sys.argv[1])
    chosen = [case for case in cases if len(sys.argv) == 2 or case.__name__ in sys.argv[2:]]
    n_failed = 0
    print(f"1..{len(chosen)}", flush=True)
    for number, case in enumerate(chosen, 1):
        directive, failed = run_case(program, case)
        n_failed += failed
        print(f"{'not ok' if failed else 'ok'} {number} {case.__doc__.rstrip('.')}{directive}", flush=True)
    return 1 if n_failed else 0


def cases_of(module):
    """The functions of a module that are cases: those whose first argument is called bench and that have a docstring."""
    return [
        value
        for value in module.values()
        if callable(value)
        and getattr(value, "__code__", None) is not None
        and value.__code__.co_varnames[:1] == ("bench",)
        and value.__code__.co_argcount == 1
        and value.__doc__
    ]
