"""The Nu HTML checker on a whole folder at once."""

import json
import subprocess
from pathlib import Path

from tests.browser.gates import NODE_MODULES

VNU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def html_errors(folder: Path) -> list[str]:
    """`path:line: message` for each error in the HTML files under `folder`."""
    command = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    messages = json.loads(done.stderr)["messages"]
    return [f"{_path(message, folder)}:{message.get('lastLine', '')}: {message['message']}" for message in messages]


def _path(message: dict[str, str], folder: Path) -> str:
    return message.get("url", "").removeprefix(folder.as_uri()).lstrip("/")
