"""The example files for running the bot: they can be parsed by their tools, and fit what the bot does."""

import configparser
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import read_settings
from data.plan.files.limits import MEGABYTE, OF_TABLES

ROOT = Path(__file__).parents[1]
MANIFEST, UNIT, IMAGE = ROOT / "docs/kubernetes.yaml", ROOT / "docs/liaison@.service", ROOT / "Dockerfile"


@pytest.mark.parametrize("name", ["compose.yaml", "docs/kubernetes.yaml", "docs/litestream.yml"])
def test_every_yaml_file_can_be_read(name: str) -> None:
    assert isinstance(yaml.safe_load((ROOT / name).read_text(encoding="utf-8")), dict)


def manifest() -> Any:
    return yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))


def test_the_stateful_set_is_one_process_with_one_volume_where_the_image_keeps_its_file() -> None:
    spec = manifest()["spec"]
    pod = spec["template"]
    [container] = pod["spec"]["containers"]
    [claim] = spec["volumeClaimTemplates"]
    assert (manifest()["apiVersion"], manifest()["kind"], spec["replicas"]) == ("apps/v1", "StatefulSet", 1)
    assert spec["selector"]["matchLabels"] == pod["metadata"]["labels"]
    assert container["volumeMounts"] == [{"name": claim["metadata"]["name"], "mountPath": "/data"}]
    assert "LIAISON_DB=/data/liaison.db" in IMAGE.read_text(encoding="utf-8")


def test_the_stateful_set_runs_as_the_user_of_the_image_and_asks_for_its_health_as_the_image_does() -> None:
    pod = manifest()["spec"]["template"]["spec"]
    [container] = pod["containers"]
    image = IMAGE.read_text(encoding="utf-8")
    assert f"useradd --uid {pod['securityContext']['runAsUser']} " in image
    assert container["readinessProbe"]["exec"]["command"][-1] in image
    assert "livenessProbe" not in container


def test_a_file_that_takes_all_the_memory_it_may_does_not_end_the_bot_beside_it() -> None:
    [container] = manifest()["spec"]["template"]["spec"]["containers"]
    for told in (container["resources"]["limits"]["memory"].removesuffix("i"), unit()["Service"]["MemoryMax"]):
        assert int(told.removesuffix("M")) * MEGABYTE >= OF_TABLES.memory + 512 * MEGABYTE


class UnitFile(configparser.ConfigParser):
    """A systemd unit file, whose option names are case-sensitive."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def unit() -> UnitFile:
    found = UnitFile(interpolation=None, comment_prefixes="#", strict=True)
    found.read_string(UNIT.read_text(encoding="utf-8"))
    return found


def test_the_unit_of_systemd_runs_the_bot_again_whenever_it_ends() -> None:
    found = unit()
    assert found.sections() == ["Unit", "Service", "Install"]
    assert shlex.split(found["Service"]["ExecStart"])[-2:] == ["/opt/liaison/bin/liaison", "run"]
    assert found["Service"]["Restart"] == "always"


def test_every_city_of_systemd_has_a_file_and_settings_of_its_own() -> None:
    service = unit()["Service"]
    name, _, value = service["Environment"].partition("=")
    assert "%i" in service["EnvironmentFile"]
    assert str(read_settings({name: value.replace("%i", "wuhan")}).database) == "/var/lib/liaison/wuhan/liaison.db"
    assert service["StateDirectory"].replace("%i", "wuhan") == "liaison/wuhan"
