"""What a host is given in `deploy/`: valid by the schemas of those who read it, and of one mind about the atlas."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from components.served import guard, health
from tests.deploy.servers import ROOT

DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
PROXY = (DEPLOY / "haproxy.cfg").read_text("utf-8")
UNIT = DEPLOY / "c5plus1-atlas.service"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
KUBERNETES = ("1.31", "1.34", "1.37")
PORT = "8501"


def manifest(name: str) -> dict:
    return yaml.safe_load((DEPLOY / "kubernetes" / f"{name}.yaml").read_text("utf-8"))


def said_by(*command: str, **options) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    return done.returncode, done.stdout + done.stderr


def at_hand(name: str) -> str:
    """The path of a program of this machine, which CI must have."""
    found = shutil.which(name)
    if not found:
        assert not os.environ.get("CI"), f"no {name} on this machine"
        pytest.skip(f"no {name} on this machine")
    return found


def test_dockerfile_passes_its_linter():
    found = str(Path(sys.executable).parent / "hadolint")
    assert said_by(found, "--no-color", str(DEPLOY / "Dockerfile")) == (0, "")


def test_image_needs_no_root_writes_nothing_and_asks_for_the_health():
    last = DOCKERFILE.rpartition("FROM ")[2]
    assert re.search(r"^USER (?!0)\d+:\d+$", last, re.MULTILINE)
    assert "PYTHONDONTWRITEBYTECODE=1" in last
    assert re.search(r"^HEALTHCHECK .*\\\n.*/healthz", last, re.MULTILINE)
    assert [one.split(":")[0] for one in re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)] == ["python", "python"]


def test_image_holds_what_the_atlas_imports(tmp_path):
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    for source in re.findall(r"^COPY (?!--)(\S+) ", DOCKERFILE, re.MULTILINE):
        assert f"!{source}" in ignored
        whole = ROOT / source
        if whole.is_dir():
            shutil.copytree(whole, tmp_path / source, ignore=shutil.ignore_patterns("published", "__pycache__"))
        else:
            shutil.copy(whole, tmp_path / source)
    code = "import app, components.served.ahead as ahead; print(app.app, ahead.__file__)"
    status, said = said_by(sys.executable, "-c", code, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert status == 0, said
    assert str(tmp_path) in said


def test_compose_file_is_valid():
    command = ("-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(DEPLOY / "compose.yaml"))
    status, said = said_by(sys.executable, *command)
    assert status == 0, said


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.stem)
def test_manifest_is_valid(path):
    for document in yaml.safe_load_all(path.read_text("utf-8")):
        for version in KUBERNETES:
            kubernetes_validate.validate(document, version, strict=True)


def test_manifests_speak_of_one_deployment():
    one = manifest("deployment")
    labels = one["spec"]["template"]["metadata"]["labels"]
    assert one["spec"]["selector"]["matchLabels"] == labels
    assert manifest("service")["spec"]["selector"] == labels
    assert manifest("pdb")["spec"]["selector"]["matchLabels"] == labels
    assert manifest("hpa")["spec"]["scaleTargetRef"]["name"] == one["metadata"]["name"]
    (path,) = manifest("ingress")["spec"]["rules"][0]["http"]["paths"]
    assert path["backend"]["service"]["name"] == manifest("service")["metadata"]["name"]


def test_containers_have_no_rights_they_do_not_need():
    spec = manifest("deployment")["spec"]["template"]["spec"]
    (container,) = spec["containers"]
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    for service in services.values():
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])


def test_health_is_asked_for_where_the_atlas_has_it():
    (address,) = (route.path for route in health.ROUTES)
    (container,) = manifest("deployment")["spec"]["template"]["spec"]["containers"]
    assert container["readinessProbe"]["httpGet"]["path"] == address
    assert f"option httpchk GET {address}\n" in PROXY
    assert container["ports"][0]["containerPort"] == int(PORT)
    assert f"STREAMLIT_SERVER_PORT={PORT}" in DOCKERFILE
    assert f"STREAMLIT_SERVER_PORT={PORT}" in UNIT.read_text("utf-8")


def test_proxy_is_told_all_it_asks_for_and_waits_as_long_as_the_atlas():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    asked = set(re.findall(r"\$\{(\w+)(?:-\w+)?\}", PROXY)) - {"ATLAS_C"}
    assert set(services["proxy"]["environment"]) == asked
    assert {services["proxy"]["environment"][f"ATLAS_{name.upper()}"] for name in "ab"} == {f"a:{PORT}", f"b:{PORT}"}
    (waits_s,) = re.findall(r"timeout server (\d+)s", PROXY)
    assert int(waits_s) > guard.LONGEST_WAIT_S


def test_proxy_configuration_is_valid():
    told = {f"ATLAS_{name}": f"127.0.0.1:{port}" for name, port in (("BIND", 1), ("A", 2), ("B", 3), ("C", 4))}
    environment = {**os.environ, **told, "ATLAS_PROXY_SOCKET": "/tmp/none.sock"}
    status, said = said_by(at_hand("haproxy"), "-c", "-f", str(DEPLOY / "haproxy.cfg"), env=environment)
    assert (status, "warning" in said.lower()) == (0, False), said


def test_unit_starts_the_atlas_with_few_rights(tmp_path):
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str
    unit.read(UNIT, "utf-8")
    command = unit["Service"]["ExecStart"]
    assert command.endswith("-m streamlit run app.py")
    assert (unit["Service"]["DynamicUser"], unit["Service"]["ProtectSystem"]) == ("yes", "strict")
    analyze = shutil.which("systemd-analyze")
    if analyze:
        copied = tmp_path / UNIT.name
        copied.write_text(UNIT.read_text("utf-8").replace(command.split()[0], sys.executable), "utf-8")
        assert said_by(analyze, "verify", str(copied)) == (0, "")
        assert "OK" in said_by(analyze, "security", "--offline=true", str(copied))[1].splitlines()[-1]
