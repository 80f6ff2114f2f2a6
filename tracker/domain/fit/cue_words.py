"""The phrases by which adverts say must, nice to have, no: in English and German.

Each list belongs to what its phrases mean and to the side of the skills on which they
are used to stand: "ideally Go" before, "Go is a plus" after. `weighing` looks at the
other side where there is nothing on the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto


class Means(IntEnum):
    """What a phrase says of the skills beside it; those that weigh come first."""

    MUST = auto()
    ASKED = auto()
    NICE = auto()
    NOT = auto()
    NOT_ONLY = auto()  # takes a "not" back
    OFFERED = auto()
    APPLYING = auto()
    STACK = auto()  # "our product is written in"
    BREAK = auto()  # what comes after is another matter
    PLUS = auto()  # nice, after "a"
    AT_LEAST = auto()  # must, if a number follows; the rest says nothing of needs
    YEARS = auto()
    ONE_OF = auto()
    SUCH_AS = auto()
    SIMILAR = auto()
    TECHNOLOGY = auto()  # nothing that is asked here, but it has neighbours
    NOTHING = auto()  # only looks like one of the others: "as needed"
    NO_NAME = auto()  # only looks like the name of a skill


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase means; ``before`` if it is used to stand before the skills."""

    means: Means
    before: bool = True


_BEFORE = {
    Means.MUST: """
        must | must have | must haves | must be | must know | we require | requires
        you need | you will need | you'll need | need to know | need to have
        indispensable | non-negotiable | prerequisite | prerequisites | muss | musst
        zwingend | unbedingt | setzen wir voraus | deal breaker
        hard requirement
        """,
    Means.ASKED: """
        should have | should know | soll | sollte | solltest | you will work with
        you'll work with | you will use | you'll use | you will be using
        you'll be using | you work with | du arbeitest mit | sie arbeiten mit
        """,
    Means.NICE: """
        extra credit | brownie points | ideally | nice to have | nice to haves
        nice-to-have | good to have | bonus | bonus points | extra points | preferably
        optional | optionally | could have | plus points | would be great if
        would be nice if | would be sweet if | would be cool if
        would be lovely | would love | even better if | better if
        love it if | interest to learn | priority given to | priority is given to
        priority will be given to | preference given to | preference is given to
        preference will be given to
        idealerweise | optimalerweise | im idealfall | bestenfalls | gerne auch
        gern auch | wünschenswert ist | wünschenswert sind | von vorteil sind
        von vorteil ist | schön wäre | wäre schön | bonuspunkte | pluspunkte
        pluspunkt | willing to learn | willingness to learn | open to learn
        open to learning | eager to learn | interest in | interested in
        curious about | wish to learn | keen to learn | we'll teach you
        we will teach you | you will learn | you'll learn | you can learn | du lernst
        lust auf | interesse an
        interesse für
        """,
    Means.NOT: """
        do not require | don't require | not require | no | not | without | don't
        do not | doesn't | does not | won't | will not | didn't | needn't | never
        isn't | aren't | no need for | no need to know | don't need | do not need
        won't need | don't have to | do not have to | need no | needs no | nor
        leave out of your application | safely leave out
        neither | instead of | rather than | away from | not looking for | kein
        keine | keinen | keiner | keinem | keinerlei | ohne | statt | anstatt | weder
        nicht | free of | ebenso wenig | ebensowenig | genauso wenig | genausowenig
        stopped using | no longer use | no longer using | got rid of | nobody | no one
        none of us | niemand | not be working on | not work on | not be using
        not working on | not working with | not work with | not be working with
        except | except for | zero | auch kein | auch keine | außer | anything but
        other roles | other positions | other jobs | weder noch
        """,
    Means.NOT_ONLY: """
        can't do without | cannot do without | can't live without
        not be afraid of | never afraid of | not only | not just | don't just
        do not just | nicht nur | not afraid
        don't shy away from | do not shy away from | not shy away from | not shy
        don't shy | don't mind | do not mind | no stranger to | no stranger
        not limited to | not new to | nicht ausschließlich | no matter
        kein fremdwort | kein neuland | not a problem | kein problem | no problem
        scheust dich nicht | nicht scheu | nothing against | no fear of
        keine angst vor | keine scheu vor | keine berührungsängste | no later than
        not least | nicht zuletzt | can't wait | don't forget | no less than
        don't worry | keine sorge
        """,
    Means.OFFERED: """
        training in | trainings in | schulungen in | we offer | they offer | you get
        we provide | wir bieten | bieten wir
        bieten dir | bieten ihnen | benefits | perks | our offer
        """,
    Means.APPLYING: """
        send us your | send us a | send me your | send your | send a | your cv
        your resume | apply now | apply with | how to apply | bewirb | bewerbung
        bewerbungsunterlagen | your personal data | personenbezogene
        equal opportunity | equal opportunities | privacy policy | privacy notice
        recruitment process | interview process | hiring process | share resume
        share your resume
        """,
    Means.STACK: """
        written in | runs on | run on | built with | built on | built in | our stack
        tech stack | technology stack | stack | we use | we work with | powered by
        im einsatz | wir setzen | wir nutzen | wir verwenden | wir setzen auf
        wir arbeiten mit
        """,
    Means.BREAK: """
        but | however | while | whereas | though | although | aber | jedoch | während
        sondern | only if | otherwise | because | weil | denn
        """,
    Means.AT_LEAST: """
        at least | minimum | minimum of | min | mind | mindestens | no less than
        """,
    Means.ONE_OF: """
        one of | any of | either | at least one | one or more of | one or more
        mindestens eine | mindestens einer | mindestens einem | eine der | einer der
        entweder | some of | whichever
        """,
    Means.SUCH_AS: """
        such as | e g | like | for example | for instance | i e | including | incl
        comparable | z b | zb | wie | wie z b | beispielsweise | zum beispiel | etwa
        bspw
        """,
    Means.NOTHING: """
        as needed | if needed | when needed | where needed | as required | if required
        when required | where required | as necessary | if necessary | when necessary
        where necessary | wenn erforderlich | falls erforderlich | soweit erforderlich
        wenn nötig | falls nötig | wenn notwendig | falls notwendig
        """,
    Means.NO_NAME: """
        authorization to work | work authorization | employment authorization
        """,
    Means.YEARS: """
        year | years | yr | yrs | jahr | jahre | jahren | year's | years'
        """,
    Means.TECHNOLOGY: """
        c | c++ | r | kotlin | scala | perl | elixir | erlang | haskell | clojure
        swift | objective-c | groovy | lua | julia | dart | flutter | fortran | cobol
        matlab | react | react.js | reactjs | angular | vue | vue.js | vuejs | svelte
        next.js | nestjs | nest.js | fastify | koa | nats | memcached | oracle
        sql server | ms sql | mssql | db2 | neo4j | wordpress | typo3 | drupal | sap
        abap | windows | vmware | mqtt | soap | xml | yaml | numpy | pandas | pytorch
        tensorflow | quarkus | micronaut | vert.x | java ee | jakarta ee | j2ee | ktor
        phoenix | chef | puppet | salt | flux | slack | node | deno | bun | f#
        vb.net | delphi | elastic beanstalk | elastic ip | freertos | rtos
        """,
}
_AFTER = {
    Means.MUST: """
        required | mandatory | essential | must | needed | necessary | obligatory
        muss | pflicht | zwingend | zwingend erforderlich | erforderlich | notwendig
        unabdingbar | unerlässlich | vorausgesetzt | voraussetzung | setzen wir voraus
        benötigt | zwingend notwendig | voraus | unverzichtbar | non-negotiable
        """,
    Means.ASKED: "expected |  wird erwartet",
    Means.NICE: """
        not a prerequisite | not a requirement but | by no means required | preferred
        desirable | desired | advantageous | advantage | beneficial
        would be beneficial | helpful | welcome | appreciated | optional
        would be nice | would be great | would be ideal | would be good
        would be helpful | would help | useful | handy | would be cool | wäre cool
        would be sweet | no must
        nützlich
        can learn here | bringen wir dir bei | lernst du bei uns | keine bedingung
        keine zwingende voraussetzung | we'll teach you | would make us happy
        von vorteil
        wünschenswert | vorteilhaft | hilfreich | gern gesehen | gerne gesehen
        willkommen | bevorzugt | ein plus | ein pluspunkt | wäre schön | wäre super
        wäre toll | wäre ideal | wäre klasse | nice | kein muss | nicht zwingend
        nicht zwingend erforderlich | not a must | isn't a must | not mandatory
        isn't mandatory | not essential | nicht zwingend notwendig | even better
        all the better | umso besser | can be learned | can be learnt
        you can learn | we can teach | we'll teach | we will teach | useful | nützlich
        lernst du bei uns | bringen wir dir bei | bringen wir ihnen bei
        runden dein profil ab | rundet dein profil ab | kein ausschlusskriterium
        preferable | prefered | good to know | advantages | highly regarded
        well regarded
        icing on the cake | cherry on top | highly valued | viewed favourably
        viewed favorably | looked upon favourably
        would be awesome
        """,
    Means.NOT: """
        not accepted | please ignore | need not apply | please do not apply
        please don't apply | nicht akzeptiert
        will not be considered | won't be considered | not considered | not required
        isn't required | aren't required | not needed | isn't needed | aren't needed
        not necessary | isn't necessary | unnecessary | not expected
        not a requirement | not strictly required | nicht erforderlich | nicht nötig
        nicht notwendig | nicht vorausgesetzt | nicht benötigt | nicht gefordert
        nicht gebraucht | brauchst du nicht | brauchen sie nicht | brauchen wir nicht
        setzen wir nicht ein | no requirement | not part of | not used | auch nicht
        by no means needed | by no means necessary | ebenfalls nicht | keinesfalls nötig
        keine voraussetzung | keine anforderung | none of which | none of them
        neither of which | nein danke | no thanks
        no thank you | free | frei
        """,
    Means.SIMILAR: """
        similar | etc | and so on | ähnlich | ähnliche | ähnliches | ähnlichem | o ä
        vergleichbar | vergleichbare | vergleichbarem | vergleichbaren | alike
        """,
    Means.PLUS: "plus | asset",
}


# What takes part in lists, or is read by itself: it is looked for beside the names.
AMONG_NAMES = frozenset({Means.TECHNOLOGY, Means.YEARS, Means.NO_NAME})


def all_cues() -> list[tuple[str, Cue]]:
    """Return every phrase with what it means; a phrase may stand twice."""
    found: list[tuple[str, Cue]] = []
    for table, before in ((_AFTER, False), (_BEFORE, True)):
        for means, text in table.items():
            phrases = text.replace("\n", "|").split("|")
            found += [
                (each.strip(), Cue(means, before)) for each in phrases if each.strip()
            ]
    return found
