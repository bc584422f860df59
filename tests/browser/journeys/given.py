"""What a journey starts from: a case, and colleagues who can sign in with two factors. Everybody here is invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from tests.browser.journeys.desk_process import PASSWORD
from tests.casework.build import CaseFile

from homeward.casework.actions.cases import open_case
from homeward.casework.actions.desk import add_user, grant_role, set_password
from homeward.casework.models import Classification, Role, User

_numbers = count(1)


@dataclass
class Given(CaseFile):
    """A case, and short ways of putting things and people into it."""

    tag: str = ""
    users: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def begin(cls, tag: str) -> Given:
        """A case of its own in the desk that is open; ``tag`` keeps the journeys' users apart."""
        chief = User.objects.get(username="chief")
        number = next(_numbers)
        return cls(chief, open_case(chief, f"The ferry of Ostrel, {number}"), tag=f"{tag}{number}")

    def colleague(self, who: str, role: Role, *, clearance: Classification = Classification.DESK) -> User:
        """Somebody of one role in this case, with a password, and a second factor that does not wait for a clock.

        Whoever reads the audit reads that of the whole desk.
        """
        name = f"{who}-{self.tag}"
        user = add_user(self.user, name)
        case = None if role == Role.AUDITOR else self.case
        grant_role(self.user, user, role, case=case, clearance=clearance)
        set_password(self.user, user, PASSWORD)
        TOTP.activate(user, generate_totp_secret())
        codes = RecoveryCodes.activate(user).get_unused_codes()
        self.users[who] = {"name": name, "code": codes[0]}
        return user
