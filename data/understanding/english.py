"""English words that are never a unit's initials or pinyin, nor the name of a task."""

_WORDS = """
a about above actually after afternoon again all along already also am amount an and any anyone anything are around as
ask at be been before behind between bit blocked bot bureau by can cancel case cases check city close closed closing
code complete completed completion could currently date day days dead deadline deadlines dear dec department did
district districts do does doing done due during each end evening everyone everything expired extend extension fall
falls far feb figures file filed find finish finished first for friday from get give go going got group had half hand
has have he hello help her here hey hi his history hours how i if in information is it item its jan january july june
just kindly last late later left let like list long lot made make many march may me menu mind monday month months more
morning much must my need never new next no not nothing nov now number numbers of off office ok old on once one only
open opened opening or other our out over overall overdue overview own part past pending percent percentage pick plan
please policies policy postpone present presently previous progress put quarter quarters really remaining report
reports review same saturday say section see sept she should show since sir so some somebody someone something soon
started state status still stop stuck submit submitted such summary sunday take task tasks tell than thank thanks that
the their them then there these they think this those three thursday till time to today todo tomorrow tonight too
total tuesday two under unfinished unit units until up update us very want was way we wednesday week weeks well were
what what's when where which who whole why will with within work would year years yes yesterday yet you your
"""
ENGLISH = frozenset(_WORDS.split())
