"""The accounts and the services that the main job is done with."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scenario:
    """One account at one service."""
    name: str
    user: str
    display_name: str
    key: str                          # of the keys, the one that is copied
    service: tuple = ()               # switches of the service
    signs_in_with_key: bool = False
    setting: str = ""                 # the one that is changed; an account may have none
    last_name: str = ""
    edits: dict = field(default_factory=lambda: {
        "First name": "Mariella", "Birth date": "1985-04-18", "Country": "Austria",
        "Notes": "First line\nSecond line, with an & and a <b>"})

    @property
    def new_display_name(self):
        return f"{self.edits['First name']} {self.last_name}".strip()


RICH = {"user": "mrossi", "display_name": "Maria Rossi", "last_name": "Rossi", "key": "Build server",
        "setting": "Greeting"}

SCENARIOS = {scenario.name: scenario for scenario in (
    Scenario("rich", **RICH),
    Scenario("sparse", user="admin", display_name="admin", key="Default"),
    Scenario("api-key", signs_in_with_key=True, **RICH),
    Scenario("defaults", service=("--write-defaults",), **RICH),
)}
