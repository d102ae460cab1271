"""How periods are written, sign by sign of a text's shape: the surest ways first."""

from data.patterns import Pattern

_N = "[Nn]"
_YEAR = "(?:(?P<year>Y年?|N年|A)[的度]?)?"
_OF_YEAR = "(?:,? ?(?:o )?(?P<year>[YA]))?"
_THE = "(?:v )?"
_WHICH = "(?P<which>[WVv]|vV)"
_TO = " ?[到&-] ?"
_PART = f"(?:(?P<day>{_N})日|月?(?P<end>[底内])|(?P<third>X))?"
RULES = [  # what one of the signs must be, and the rule
    (signs, Pattern(rule))
    for signs, rule in (
        # from one to another
        ("月", f"{_YEAR}(?P<since_month>{_N})月?份?[到-](?P<month>{_N})月份?"),
        ("月", f"{_YEAR}(?P<month>{_N})月(?P<since_day>{_N})日?[到-](?P<day>{_N})日?"),
        ("季", f"{_YEAR}第?(?P<since_quarter>{_N})季?[到-]第?(?P<quarter>{_N})季"),
        ("季", f"{_YEAR}前(?P<quarters>{_N})个?季"),
        # by the calendar
        ("Y", "(?P<year>Y)[-/.](?P<month>N)[-/.](?P<day>N)日?"),
        ("月", f"{_YEAR}(?P<month>{_N})月(?P<bare_day>{_N})"),
        ("中", f"{_YEAR}(?P<month>{_N})月份?(?P<third>中)"),
        ("月", f"{_YEAR}(?P<month>{_N})月份?{_PART}"),
        ("季", f"{_YEAR}第?(?P<quarter>{_N})季(?P<end>[底内])?"),
        ("h", f"{_YEAR}(?P<half>h)(?P<end>底)?"),
        ("H", f"{_YEAR}(?P<holiday>H)"),
        ("q", "(?P<year>Y年?|N年|A)[的度]? ?q(?P<quarter>N)"),
        # counted from today
        ("中", "(?P<which>W)(?P<unit>月)份?(?P<third>中)"),
        ("月", f"(?P<which>W)(?P<unit>月)份?的?{_PART}"),
        ("季", "(?P<which>W)(?P<unit>季)(?P<end>[底内])?"),
        ("末", "(?P<which>W)?(?P<weekend>末)"),
        ("周", "(?P<which>W)(?P<week>周)内?"),
        ("月季年", "(?P<unit>[月季年])(?P<end>[底内])"),
        ("X", "(?:(?P<year>A|Y年)|年)(?P<begin>X)"),
        ("E", f"(?P<year>Y年?|N年|A)[的度]?(?P<month>E)份?{_PART}"),
        ("e", "(?P<year>A)(?:'x)?[ -]?(?P<end>e)"),
        ("A年", "(?P<year>A|Y年|N年)(?:[年度]?(?P<end>[底内])|度)?"),
        ("全", "全(?P<unit>年)"),
        ("X", "(?P<third>X)"),
        ("T", "(?P<two_days>T)"),
        ("U", f"{_THE}(?P<unit>U) [xb] (?P<relative>R)"),
        ("U", f"{_THE}(?P<unit>U) (?P<beyond>[xb]) (?P<which>V)"),
        ("R", "(?P<relative>R)"),
        ("U", f"{_THE}(?P<end>e) o (?:{_WHICH} )?(?P<unit>U)"),
        ("e", f"{_THE}(?P<end>e)[ -](?:o )?(?P<year>[YA])"),
        ("e", "(?P<of>U)[ -]?(?P<end>e) (?P<year>Y)"),
        ("e", f"(?:{_WHICH} )?(?P<unit>U)(?:'x)?[ -]?(?P<end>e)"),
        ("D", f"(?:{_WHICH} ?)?(?P<weekday>D)"),
        ("U", f"{_WHICH} (?P<unit>U)"),
        # by the calendar, in English
        ("E", f"(?P<month>E)\\.? {_THE}(?P<since_day>N)t?{_TO}(?P<day>N)t?{_OF_YEAR}"),
        ("E", f"{_THE}(?P<since_day>N)t?{_TO}(?P<day>N)t? (?:o )?(?P<month>E)\\.?{_OF_YEAR}"),
        ("E", f"(?P<month>E)\\.? ?{_THE}(?P<day>N)t?{_OF_YEAR}"),
        ("E", f"{_THE}(?P<day>N)t? ?(?:o )?(?P<month>E)\\.?{_OF_YEAR}"),
        ("t", f"{_THE}(?P<day>N)t o (?P<which>[Vv]|vV) (?P<unit>U)"),
        ("E", "(?P<month>E)\\.?,? ?(?:o )?(?P<year>[YA])"),
        ("E", f"(?P<month>E)份?{_PART}"),
        ("M", f"{_THE}(?P<third>M)[ -]?(?:[oi] )?(?P<month>E)\\.?{_OF_YEAR}"),
        ("E", f"(?:{_THE}(?P<end>e)[ -](?:o )?)?(?P<month>E)\\.?{_OF_YEAR}"),
        ("qU", f"(?:{_THE}(?P<end>e)[ -](?:o )?)?{_THE}(?:q|(?P<of>U)) ?(?P<quarter>N){_OF_YEAR}"),
        ("Ot", f"(?:{_THE}(?P<end>e)[ -](?:o )?)?{_THE}(?P<quarter>O|N)t? (?P<of>U){_OF_YEAR}"),
        ("l", f"{_THE}(?P<half>O) l{_OF_YEAR}"),
        ("j", f"j(?P<half>N){_OF_YEAR}"),
        # numbers that may be something else
        ("Y", "(?P<year>Y)"),
        ("日", f"(?P<day>{_N})日"),
        ("t", "v (?P<day>N)t"),
        (".", "(?P<month>N)\\.(?P<since_day>N)-(?P<day>N)"),
        ("./-", "(?P<month>N)[./-](?P<day>N)日?"),
    )
]
