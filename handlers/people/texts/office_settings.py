"""Texts of the office's settings about people."""

from handlers.wording import NOTHING, Html, Language, Wording, join

SETTINGS = Wording("名单设置", "Settings of the list")
HEAD = Wording("<b>名单设置</b>", "<b>Settings of the list</b>")
CONSENT_ON = Wording(
    "需要同意：开。新来的人要等协调员同意。", "Consent: on. Newcomers wait until a coordinator agrees."
)
CONSENT_OFF = Wording(
    "需要同意：关。凭链接或名单里的手机号直接登记，办公室会收到通知。",
    "Consent: off. Anybody with a link, or with a number on the roster, joins at once; the office is told.",
)
CONSENT = Wording("改为需要同意", "Ask for consent")
NO_CONSENT = Wording("改为不需要同意", "Ask for no consent")
CONTACT_IS = Wording("办公室联系人：{contact}", "The office's contact: {contact}")
NO_CONTACT = Wording("办公室联系人：还没有填。", "The office's contact: none entered yet.")
ENTER_CONTACT = Wording("填办公室联系人", "Enter the office's contact")
CONTACT = Wording("办公室联系人", "the office's contact")
WHICH_CONTACT = Wording(
    "办公室的联系人是谁？请发姓名和电话，大家问“办公室联系人”时会看到。例如：李某 027-00000000",
    "Who is the office's contact? Send a name and a number; everybody who asks will see it. For example: Li "
    "027-00000000",
)
CONTACT_SEEN = Wording(
    "还没有保存。大家问“办公室联系人”时会看到：\n{contact}\n没问题请点“提交”；要改请点“修改”。",
    "Not saved yet. Whoever asks for the office's contact will see:\n{contact}\nIf it is right, press “Submit”; if "
    "not, “Change”.",
)
CONTACT_WAITS = Wording("办公室联系人还没填完", "The office's contact is not entered yet")
ENTERED = Wording(
    "已记下。大家问“办公室联系人”时会看到：{contact}", "Saved. Whoever asks for the office's contact sees: {contact}"
)
ASK_THEM = Wording("办公室联系人：{contact}。", "The office's contact: {contact}.")
ASK_COORDINATORS = Wording("也可以点名字直接写给协调员：{names}", "Or press a name to write to a coordinator: {names}")
THE_OFFICE_DECIDES = Wording(
    "填报和延期由办公室审核、答复。", "The office reviews reports and answers requests for more time."
)
NOBODY_TO_ASK = Wording("办公室还没有填联系人。", "The office has entered no contact yet.")


def settings_text(consent: bool, contact: str, language: Language) -> Html:
    """Return the present settings."""
    known = CONTACT_IS(language, contact=contact) if contact else NO_CONTACT(language)
    return join([HEAD(language), (CONSENT_ON if consent else CONSENT_OFF)(language), known])


def contact_text(contact: str, coordinators: Html, language: Language) -> Html:
    """Return the answer to who can be asked in the office."""
    first = ASK_THEM(language, contact=contact) if contact else NOBODY_TO_ASK(language)
    names = ASK_COORDINATORS(language, names=coordinators) if coordinators else NOTHING
    return join([first, names, THE_OFFICE_DECIDES(language)])
