/// The table, and its rows about groups and the point itself.
extension Alarm {
    /// Every alarm there is: one row a kind, told in this order where grade and moment are the
    /// same.
    package static let all: [Alarm] = [
        vitalEmergency, unlocated, childOnTheWay, transferLate, outOfHours, notBalanced, pastTarget,
        childWaiting, absentTwice,
        notMexican, toConfirm, nationalityDue, stockLow, rightsDue, familySplit, askedFor,
        sameVisitor, childBook, doseDue, filterEnds, reserved, leftPending, referralsLate,
        insideLong, deskIdle, pointSilent, paperUndelivered, providerFull, peak, clockInDoubt,
        answersMissing, diskLow, backupOld,
    ]

    /// For how many minutes after its announcement a group is looked after.
    private static let groupFades = 3 * 1440

    static let outOfHours = Alarm(
        kind: .outOfHours, grade: .info, opens: .group, fades: groupFades,
        one: Bilingual(
            "{group} anunciado fuera de horario: avise a consulado y enlace.",
            "{group} announced out of hours: tell consulate and liaison.")
    ) { facts, _, oldest in
        facts.groups.compactMap { group in
            guard group.isOutOfHours, group.stage == .announced, let at = group.announcedAt,
                at > oldest
            else { return nil }
            return Cause(
                since: at, subject: group.id.value, words: ["group": Bilingual(group.name)])
        }
    }

    static let notBalanced = Alarm(
        kind: .notBalanced, grade: .late, opens: .group,
        threshold: Threshold(
            name: Bilingual("Después de llegar", "After arrival"), unit: .minutes, usual: 45,
            allowed: 15...240),
        fades: groupFades,
        one: Bilingual(
            "{group} sin cuadrar a los {minutes} min de llegar: cuente en la sala y cuádrelo.",
            "{group} not balanced {minutes} min after arrival: count the room and balance it.")
    ) { facts, limit, oldest in
        facts.groups.compactMap { group in
            guard group.stage == .arrived, let arrived = group.arrivedAt,
                let at = group.announcedAt,
                at > oldest, facts.now.secondsSince(arrived) > limit * 60
            else { return nil }
            return Cause(
                since: arrived.adding(minutes: limit), subject: group.id.value,
                words: [
                    "group": Bilingual(group.name),
                    "minutes": Bilingual(facts.now.secondsSince(arrived) / 60),
                ])
        }
    }

    static let notMexican = Alarm(
        kind: .notMexican, grade: .critical, opens: .queue,
        one: Bilingual(
            "{n} con nacionalidad negada: revise el motivo dentro de la hora.",
            "{n} decided not Mexican: look at the motive within the hour.")
    ) { facts, _, _ in Cause.several(facts.notMexican) }

    static let stockLow = Alarm(
        kind: .stockLow, grade: .info, opens: .storeRoom,
        one: Bilingual(
            "Se acaba: {items}. Pida más o tráigalo de otro punto.",
            "Running out: {items}. Ask for more, or fetch it from another point.")
    ) { facts, _, _ in
        let low = facts.stock.filter(\.isLow)
        guard !low.isEmpty else { return [] }
        let items = [Language.es, .en].map { language in
            low.map { "\($0.item.label(language)) \($0.count)" }.joined(separator: ", ")
        }
        return [
            Cause(
                since: low.compactMap(\.countedAt).min() ?? facts.now, count: low.count,
                words: ["items": Bilingual(items[0], items[1])])
        ]
    }

    static let rightsDue = Alarm(
        kind: .rightsDue, grade: .info, opens: .queue,
        threshold: Threshold(
            name: Bilingual("Antes del vencimiento", "Before it is due"), unit: .days, usual: 7,
            allowed: 1...20),
        one: Bilingual(
            "{n} solicitud sobre datos por responder: vence el {due}.",
            "{n} request about data to be answered: due {due}."),
        many: Bilingual(
            "{n} solicitudes sobre datos por responder: vence el {due}.",
            "{n} requests about data to be answered: due {due}.")
    ) { facts, before, _ in
        let soon = facts.rights.filter {
            $0.due.daysSinceEpoch <= facts.day.daysSinceEpoch + before
        }
        guard let first = soon.map(\.due).min() else { return [] }
        return [
            Cause(
                since: Instant(milliseconds: first.daysSinceEpoch * 86_400_000),
                grade: first < facts.day ? .late : nil, count: soon.reduce(0) { $0 + $1.count },
                words: ["due": Bilingual(first.shown)])
        ]
    }

    static let sameVisitor = Alarm(
        kind: .sameVisitor, grade: .critical, opens: .queue, fades: Inquiry.memoryDays * 1440,
        one: Bilingual(
            "La misma visita, teléfono o vehículo pregunta por varias personas. "
                + "Avise a la autoridad.",
            "The same visitor, phone or vehicle asks for several people. Tell the authority.")
    ) { facts, _, oldest in
        // The newest three: what is to be done is the same.
        facts.sameVisitors.filter { $0.at > oldest }.suffix(3).map(Cause.init)
    }

    static let referralsLate = Alarm(
        kind: .referralsLate, grade: .late, opens: .referrals,
        one: Bilingual(
            "{n} canalización vencida: pregunte a la institución (F5).",
            "{n} referral past its time: ask the institution (F5)."),
        many: Bilingual(
            "{n} canalizaciones vencidas: pregunte a la institución (F5).",
            "{n} referrals past their time: ask the institution (F5).")
    ) { facts, _, _ in Cause.several(facts.lateReferrals) }

    static let peak = Alarm(
        kind: .peak, grade: .info, opens: .shift,
        one: Bilingual(
            "Afluencia: la entrevista se hace con nueve respuestas. Al bajar la fila, quítela.",
            "Peak: the interview is down to nine answers. End it once the queue is short.")
    ) { facts, _, _ in [facts.peakSince].compactMap { $0.map { Cause(since: $0) } } }
}
