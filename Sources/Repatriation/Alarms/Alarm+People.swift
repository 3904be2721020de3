/// Rows about people: each by number, never by name.
extension Alarm {
    static let unlocated = Alarm(
        kind: .unlocated, grade: .critical, opens: .person,
        one: Bilingual(
            "Persona sin ubicar: {who} del G{group}. Pida respuesta a EUA y avise a Beta.",
            "Person not located: {who} of G{group}. Ask the US side and tell Beta.")
    ) { facts, _, _ in
        facts.missing.map { missing in
            let who =
                missing.one.ticket.map { Bilingual("ficha \($0)", "ticket \($0)") }
                ?? Bilingual("lista \(missing.listNumber)", "list \(missing.listNumber)")
            return Cause(
                since: missing.one.at, subject: missing.one.subject,
                words: ["who": who, "group": Bilingual(missing.group)])
        }
    }

    static let toConfirm = Alarm(
        kind: .toConfirm, grade: .late, opens: .person, fades: PendingAct.lifetime / 60,
        one: Bilingual(
            "Salida por confirmar: ficha {ticket}. En su ficha, «k».",
            "Exit to be confirmed: ticket {ticket}. On their card, «k».")
    ) { facts, _, oldest in facts.toConfirm.filter { $0.at > oldest }.map(Cause.init) }

    static let nationalityDue = Alarm(
        kind: .nationalityDue, grade: .late, opens: .person,
        threshold: Threshold(
            name: Bilingual("Antes del fin del plazo", "Before the term ends"), unit: .minutes,
            usual: 240, allowed: 30...720),
        one: Bilingual(
            "Nacionalidad de la {ticket}: vence el plazo de 24 h (art. 36). Decida con la jefatura.",
            "Nationality of {ticket}: the 24 h of art. 36 end. Decide with the lead.")
    ) { facts, before, _ in
        facts.undecided.compactMap { one in
            guard let term = LaneStep.decided.minutes else { return nil }
            let due = one.at.adding(minutes: term)
            guard due.adding(minutes: -before) < facts.now else { return nil }
            return Cause(
                since: due, subject: one.subject, grade: facts.now > due ? .critical : nil,
                words: ["ticket": one.number])
        }
    }

    /// Children whose adult is inside another point: one line at the child's point, one at the
    /// adult's.
    static let familySplit = Alarm(
        kind: .familySplit, grade: .late, opens: .person,
        one: Bilingual("{whose} está en {where}.{then}", "{whose} at {where}.{then}"),
        many: Bilingual(
            "{whose} está en {where}. Y {more} más.{then}",
            "{whose} at {where}. And {more} more.{then}")
    ) { facts, _, _ in
        let splits = facts.splitFamilies
        let here = splits.filter { $0.child.point == facts.point }.map { child, adult in
            let whose = Bilingual(
                "NNA de la ficha {0}: su familia", "Child of ticket {0}: the family is")
            let then = Bilingual(" Avise a la OPI.", " Tell the OPI.")
            return Cause(child, where: adult, .critical, whose: whose, then: then)
        }
        let there = splits.filter { $0.child.point != facts.point }.map { child, adult in
            let whose = Bilingual(
                "Ficha {0}: una niña, niño o adolescente de su familia",
                "Ticket {0}: a child of the family is")
            return Cause(
                adult, where: child, nil, whose: whose,
                then: Bilingual(" Que vaya con la OPI.", " Take them to child protection."))
        }
        return here.sorted { $0.since < $1.since }.asOne
            + there.sorted { $0.since < $1.since }.asOne
    }

    static let askedFor = Alarm(
        kind: .askedFor, grade: .late, opens: .person,
        one: Bilingual(
            "Preguntan por la ficha {ticket}. Pregúntele a solas; "
                + "a quien pregunta no se le confirma nada.",
            "Somebody asks for ticket {ticket}. Ask them alone; who asks is told nothing.")
    ) { facts, _, _ in facts.askedFor.map(Cause.init) }

    static let childBook = Alarm(
        kind: .childBook, grade: .late, opens: .person, audience: .lane,
        one: Bilingual(
            "Libro de NNA: falta «{step}», ficha {ticket}, venció hace {time}.",
            "Children's book: «{step}» is missing, ticket {ticket}, due {time} ago."),
        many: Bilingual(
            "Libro de NNA: falta «{step}», ficha {ticket} y {more} más, venció hace {time}.",
            "Children's book: «{step}» is missing, ticket {ticket} and {more} more, "
                + "due {time} ago."
        )
    ) { facts, _, _ in
        // The child whose first hour passed longest ago, and of them what comes first in the
        // procedure.
        let late = facts.lateChildren.sorted {
            $0.map(\.one.at).min() ?? facts.now < $1.map(\.one.at).min() ?? facts.now
        }
        return late.compactMap(\.first).map { late in
            var cause = Cause(late.one)
            cause.words["step"] = late.step.label
            cause.words["time"] = Bilingual((facts.now.secondsSince(late.one.at) / 60).span)
            return cause
        }.asOne
    }

    static let doseDue = Alarm(
        kind: .doseDue, grade: .info, opens: .person, threshold: beforeHour,
        fades: LaneTick.memoryDays * 1440,
        one: Bilingual(
            "Salud: ficha {ticket}, a su hora. F4, «r» en su ficha.",
            "Health: ticket {ticket}, on the hour. F4, «r» on the card.")
    ) { facts, before, oldest in
        facts.due(.medication, before, oldest).map { one in
            var cause = Cause(one)
            let late = facts.now.secondsSince(one.at)
            cause.grade = late > missedDose * 60 ? .critical : late > 0 ? .late : nil
            return cause
        }
    }

    /// After so many minutes a dose is one that was missed.
    private static let missedDose = 30

    static let filterEnds = Alarm(
        kind: .filterEnds, grade: .info, opens: .person, threshold: beforeHour,
        fades: LaneTick.memoryDays * 1440,
        one: Bilingual(
            "Termina el filtro sanitario de la ficha {ticket}: pida a salud que la vea.",
            "The filter of ticket {ticket} ends: ask health to see them.")
    ) { facts, before, oldest in facts.due(.filter, before, oldest).map(Cause.init) }

    /// Why it is reserved stands nowhere.
    static let reserved = Alarm(
        kind: .reserved, grade: .late, opens: .person, audience: .reserved,
        one: Bilingual(
            "Atención reservada: ficha {ticket}{road}. Cuarto privado y canalizar.",
            "Reserved attention: ticket {ticket}{road}. Private room, and refer.")
    ) { facts, _, _ in
        let here = facts.reserved.map { one in
            var cause = Cause(one)
            cause.words["road"] = Bilingual("")
            return cause
        }
        return here + facts.road.filter(\.isReserved).map(Cause.init)
    }

    static let leftPending = Alarm(
        kind: .leftPending, grade: .late, opens: .followUps, fades: 1440,
        one: Bilingual(
            "Seguimiento: la ficha {ticket} salió con pendientes. Búsquele.",
            "Follow-up: ticket {ticket} left with something pending. Contact them."),
        many: Bilingual(
            "Seguimiento: {n} personas salieron con pendientes. Búsquelas.",
            "Follow-up: {n} people left with something pending. Contact them.")
    ) { facts, _, oldest in facts.left.filter { $0.at > oldest }.map(Cause.init).asOne }

    private static let beforeHour = Threshold(
        name: Bilingual("Antes de la hora", "Before the hour"), unit: .minutes, usual: 30,
        allowed: 5...180)
}

extension Alarm.Cause {
    /// Somebody, said by number.
    init(_ one: PointFacts.One) {
        self.init(since: one.at, subject: one.subject, words: ["ticket": one.number])
    }

    /// Somebody of this point, and where another of the family is.
    fileprivate init(
        _ own: PointFacts.Relative, where other: PointFacts.Relative, _ grade: Alert.Grade?,
        whose: Bilingual, then: Bilingual
    ) {
        self.init(
            since: own.one.at, subject: own.one.subject, grade: grade,
            words: [
                "whose": whose.filled(["0": own.one.number]), "then": then,
                "where": Bilingual("\(other.point.text) \(other.one.number.es)"),
            ])
    }
}

extension PointFacts.One {
    var number: Bilingual { Bilingual(ticket.map(String.init) ?? "?") }
}

extension PointFacts {
    /// Each child of whose family no adult is at the same point, with an adult elsewhere; one of
    /// the two is here.
    fileprivate var splitFamilies: [(child: Relative, adult: Relative)] {
        relatives.filter(\.isChild).compactMap { child in
            let adults = relatives.filter { $0.family == child.family && !$0.isChild }
            guard !adults.contains(where: { $0.point == child.point }) else { return nil }
            return adults.first { child.point == point || $0.point == point }.map { (child, $0) }
        }
    }

    /// Those whose last tick of a step has its hour soon or had it.
    fileprivate func due(_ step: LaneStep, _ before: Int, _ oldest: Instant) -> [One] {
        ticks.filter { $0.step == step }.map(\.one)
            .filter { $0.at > oldest && $0.at <= now.adding(minutes: before) }
    }
}
