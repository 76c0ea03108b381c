"""English words that a noun phrase leans on; closed classes in full, open classes as far as press texts go."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "a an the this that these those its their his her our my your each every all both some any no such another"
)
PRONOUNS = _words(
    "i you he she it we they them us him me who whom which what there themselves itself one's ours theirs"
)
PREPOSITIONS = _words(
    "of in on at by for from to with within without into onto under over across among between through during "
    "since until after before against above below beneath off along around about as than via per beyond "
    "beside besides including towards toward throughout despite outside inside near upon like versus "
    "excluding covering regarding concerning following amid while whereas"
)
CONJUNCTIONS = _words("and or but nor so yet because if when where although though whether that plus")
AUXILIARIES = _words(
    "is are was were be been being am has have had having do does did will would shall should can could may "
    "might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't "
    "cannot"
)
ADVERBS = _words(
    "also now currently already still respectively annually yearly monthly weekly daily alone altogether "
    "abroad overseas here there not only just even too then thus however therefore meanwhile moreover "
    "furthermore additionally jointly together so far year-on-year year-over-year up out off ago later "
    "earlier worldwide nationwide globally recently last next once again more less each apart away onwards "
    "onward"
)
# Words that may be adverb or adjective: they stay inside a phrase when a noun follows.
ADVERB_OR_ADJECTIVE = _words(
    "overseas abroad daily weekly monthly yearly more online offline less then last next newly highly so-called only"
)

# Finite verbs seen behind counted nouns; "-ed" forms are dealt with by their ending.
VERBS = _words(
    "began begun came come comes become became did does done drew drawn fell fallen found gave given go goes "
    "going gone grew grown held kept knew known led left made make makes met paid put ran rose risen said "
    "say says saw seen sent set spent stood stand stands took taken taught told thought went won written "
    "wrote built bought brought got cover covers offer offers provide provides include includes participate "
    "participates attend attends join joins take takes want need needs represent represents work works study "
    "studies receive receives serve serves visit visits enter enters play plays help helps use uses get gets "
    "account accounts exceed exceeds total totals number numbers reach reaches hit remain remains according "
    "due follow follows benefit benefits boast boasts operate operates hold holds gather gathers sign signs "
    "belong belongs teach teaches live lives apply applies graduate graduates support supports train trains "
    "start starts continue continues show shows range ranges vary varies differ cost costs speak speaks "
    "agree agrees turn turns find finds leave leaves chose choose chosen"
)
# "-ing" and "-ed" words that stand before nouns as adjectives rather than after them as verbs.
PARTICIPLE_ADJECTIVES = _words(
    "training teaching learning engineering manufacturing processing building banking nursing farming "
    "fishing mining accounting marketing planning testing working participating cooperating supporting "
    "leading existing remaining emerging developing developed founding governing executing sending receiving "
    "visiting incoming outgoing returning neighbouring neighboring partnering running skilled advanced "
    "related enrolled registered accredited certified qualified selected invited internationalized "
    "internationalised localized localised integrated joint-funded newly-built unified limited united "
    "detailed dedicated talented associated affiliated specialized specialised experienced displaced "
    "disabled retired unemployed employed so-called renowned combined increased updated revised proposed "
    "planned completed required recognized recognised funded trained educated designated approved "
    "established signed published outstanding promising pioneering driving welding tailoring catering "
    "broadcasting printing shipping housing logistics-related ongoing upcoming continuing matching competing "
    "contributing supervising coordinating additional overseas-funded state-owned listed licensed licenced "
    "interested concerned shared digitised digitized"
)
# Names of schemes: a number inside a capitalised name that ends so is part of the name.
SCHEME_HEADS = _words(
    "plan programme program project initiative action scheme strategy policy "
    "campaign agenda award forum summit conference expo fair festival cup scholarship fund "
    "route corridor circle belt road mechanism model system list convention declaration framework day "
    "week decade league show mission congress session certificate"
)
PERSONS = _words(
    "person student teacher graduate learner trainee worker technician expert scholar delegate "
    "representative participant member guest leader principal official instructor trainer lecturer professor "
    "contestant applicant candidate employee staff personnel apprentice visitor ambassador minister farmer "
    "researcher scientist engineer craftsman alumnus woman man child youth talent volunteer entrepreneur "
    "recipient attendee diplomat academic speaker"
)
SPEECH_VERBS = _words("said says told added noted explained recalled remarked asked commented thinks believes wrote")


def is_function_word(word: str) -> bool:
    """Return whether a lower-case word ends a noun phrase by its class alone."""
    return (
        word in DETERMINERS
        or word in PRONOUNS
        or word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in AUXILIARIES
        or (word in ADVERBS and word not in ADVERB_OR_ADJECTIVE)
    )
