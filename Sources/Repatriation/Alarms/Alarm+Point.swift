/// The table, and its rows about groups, the queue and the point itself.
extension Alarm {
    /// Every alarm there is: one row a kind, told in this order where grade and moment are the
    /// same.
    package static let all: [Alarm] = [
        unlocated, outOfHours, notBalanced, pastTarget, childWaiting, absentTwice, notMexican,
        toConfirm, nationalityDue, stockLow, rightsDue, familySplit, askedFor, sameVisitor,
        childBook,
        doseDue, filterEnds, reserved, leftPending, referralsLate, peak, clockInDoubt,
        answersMissing,
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
            "{group} sin cuadrar a los {minutes} min de llegar.",
            "{group} not balanced {minutes} min after arrival.")
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

    static let pastTarget = Alarm(
        kind: .pastTarget, grade: .late, opens: .queue,
        one: Bilingual("{n} fuera de meta.", "{n} past target.")
    ) { facts, _, _ in Cause.several(facts.pastTarget) }

    static let childWaiting = Alarm(
        kind: .childWaiting, grade: .critical, opens: .queue,
        one: Bilingual(
            "NNA por ir a buscar: ficha {ticket}. Lo atiende OPI.",
            "Child to be fetched: ticket {ticket}. OPI attends."),
        many: Bilingual(
            "NNA por ir a buscar: ficha {ticket} y {more} más. Lo atiende OPI.",
            "Child to be fetched: ticket {ticket} and {more} more. OPI attends.")
    ) { facts, _, _ in facts.waiting.filter(\.isFetchedByOPI).map { Cause(queued: $0.one) }.asOne }

    static let absentTwice = Alarm(
        kind: .absentTwice, grade: .critical, opens: .queue,
        threshold: Threshold(
            name: Bilingual("Llamadas sin acudir", "Calls without coming"), unit: .times, usual: 2,
            allowed: 2...5),
        one: Bilingual(
            "La {ticket} no acudió {times}: vaya a buscarla.",
            "{ticket} was absent {times}: go and look."),
        many: Bilingual(
            "La {ticket} y {more} más no acudió {times}: vaya a buscarla.",
            "{ticket} and {more} more was absent {times}: go and look.")
    ) { facts, limit, _ in
        let times =
            limit == 2
            ? Bilingual("dos veces", "twice") : Bilingual("\(limit) veces", "\(limit) times")
        return facts.waiting.filter { $0.absences >= limit }.map {
            Cause(queued: $0.one, ["times": times])
        }.asOne
    }

    static let notMexican = Alarm(
        kind: .notMexican, grade: .critical, opens: .queue,
        one: Bilingual(
            "{n} con nacionalidad negada: revise el motivo dentro de la hora.",
            "{n} decided not Mexican: look at the motive within the hour.")
    ) { facts, _, _ in Cause.several(facts.notMexican) }

    static let stockLow = Alarm(
        kind: .stockLow, grade: .late, opens: .storeRoom,
        one: Bilingual("Se acaba: {items}.", "Running out: {items}.")
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
        kind: .rightsDue, grade: .late, opens: .queue,
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
                grade: first < facts.day ? .critical : nil, count: soon.reduce(0) { $0 + $1.count },
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
        one: Bilingual("{n} canalización vencida: F5.", "{n} referral past its time: F5."),
        many: Bilingual("{n} canalizaciones vencidas: F5.", "{n} referrals past their time: F5.")
    ) { facts, _, _ in Cause.several(facts.lateReferrals) }

    static let peak = Alarm(
        kind: .peak, grade: .info, opens: .shift,
        one: Bilingual(
            "Afluencia: la entrevista se hace con nueve respuestas.",
            "Peak: the interview is down to nine answers.")
    ) { facts, _, _ in [facts.peakSince].compactMap { $0.map { Cause(since: $0) } } }

    static let clockInDoubt = Alarm(
        kind: .clockInDoubt, grade: .critical, opens: .shift,
        one: Bilingual(
            "El reloj dice {shown}; lo último anotado es del {newest}. {who}: F9 t, «h».",
            "The clock says {shown}; the newest fact is of {newest}. {who}: F9 t, «h».")
    ) { facts, _, _ in
        [facts.clock].compactMap { $0 }.map { doubt in
            let who =
                doubt.isAsked
                ? Bilingual(
                    "Otra persona mira la hora también", "Somebody else checks the hour too")
                : Bilingual("La jefatura mira la hora", "The lead checks the hour")
            func said(_ time: LocalTime) -> Bilingual {
                Bilingual("\(time.day.shown) \(time.clock)")
            }
            return Cause(
                since: facts.now,
                words: ["shown": said(doubt.shown), "newest": said(doubt.newest), "who": who])
        }
    }

    static let answersMissing = Alarm(
        kind: .answersMissing, grade: .critical, opens: .shift,
        one: Bilingual(
            """
            Al archivo le faltan hechos ya contestados: recupérelos del respaldo o del rescate \
            («garita verify»).
            """,
            """
            The store lacks what had been answered: bring it back from the backup or the rescue \
            («garita verify»).
            """)
    ) { facts, _, _ in facts.lacksAnswers ? [Cause(since: facts.now)] : [] }
}

extension Alarm.Cause {
    /// Somebody of the queue, which the point looks after.
    fileprivate init(queued one: PointFacts.One, _ words: [String: Bilingual] = [:]) {
        self.init(since: one.at, words: words)
        self.words["ticket"] = one.number
    }

    /// So many in one line, where there are any.
    fileprivate static func several(_ several: PointFacts.Several?) -> [Self] {
        guard let several, several.count > 0 else { return [] }
        return [Self(since: several.first, count: several.count)]
    }
}
