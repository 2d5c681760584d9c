"""Lock files pin everything, agree with each other, and name no registry."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "requirements-soak.txt")
PEERS = "benchmarks/peers/requirements.txt"
LOCKS = (*REQUIREMENTS, PEERS, "package.json", ".npmrc", "Makefile", ".ci/run", "pyproject.toml")
_PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
_REQUIREMENT = re.compile(r"^[a-z0-9]", re.MULTILINE | re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z+]+://|--(?:extra-)?index-url|--find-links")
_SOURCE_KEYS = frozenset({"resolved", "from"})


def pins(name: str) -> Mapping[str, str]:
    """Version by package."""
    return {package: version for package, version, _ in _PIN.findall((ROOT / name).read_text("utf-8"))}


@pytest.mark.parametrize("name", [*REQUIREMENTS, PEERS])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    assert len(_REQUIREMENT.findall((ROOT / name).read_text("utf-8"))) == len(pins(name)) > 10


@pytest.mark.parametrize("name", REQUIREMENTS[1:])
def test_all_locks_pin_the_same_versions(name: str) -> None:
    runtime, other = pins(REQUIREMENTS[0]), pins(name)
    assert {package: version for package, version in runtime.items() if other.get(package) != version} == {}


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_or_script_names_a_registry(name: str) -> None:
    assert _ADDRESS.findall((ROOT / name).read_text("utf-8")) == []


def test_every_checker_is_pinned_with_a_digest_and_no_address() -> None:
    lock: Mapping[str, Any] = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert packages
    assert [path for path, package in packages.items() if not package.get("integrity")] == []
    assert [path for path, package in packages.items() if _SOURCE_KEYS & package.keys()] == []
