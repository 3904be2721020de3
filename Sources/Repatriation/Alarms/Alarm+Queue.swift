/// Rows about who waits, and about the desks and institutions that they wait for.
extension Alarm {
    static let vitalEmergency = Alarm(
        kind: .vitalEmergency, grade: .critical, opens: .queue,
        one: Bilingual(
            "Emergencia vital: ficha {ticket}{road}. Llame al 911 y a salud; {then}.",
            "Vital emergency: ticket {ticket}{road}. Call 911 and health; {then}.")
    ) { facts, _, _ in
        // Each is a line, and a bell, of its own: knowing of one is not knowing of the next.
        let here = facts.waiting.filter(\.isEmergency).map { waiting in
            var cause = Cause(queued: waiting.one)
            cause.subject = waiting.one.subject
            cause.words["road"] = Bilingual("")
            cause.words["then"] = Bilingual("que pase ya", "attend now")
            return cause
        }
        return here
            + facts.road.filter(\.isEmergency).map { traveller in
                var cause = Cause(traveller)
                cause.words["then"] = Bilingual(
                    "que el vehículo pare donde la atiendan", "have the vehicle stop at a doctor's")
                return cause
            }
    }

    static let pastTarget = Alarm(
        kind: .pastTarget, grade: .late, opens: .queue,
        one: Bilingual(
            "{n} fuera de meta: abra otra ventanilla o pida gente (F9 t).",
            "{n} past target: open another desk or ask for hands (F9 t).")
    ) { facts, _, _ in Cause.several(facts.pastTarget) }

    /// What is to be done, and not late: that is told of everybody past their target.
    static let childWaiting = Alarm(
        kind: .childWaiting, grade: .info, opens: .queue,
        one: Bilingual(
            "NNA por ir a buscar: ficha {ticket}. Lo atiende OPI.",
            "Child to be fetched: ticket {ticket}. OPI attends."),
        many: Bilingual(
            "NNA por ir a buscar: ficha {ticket} y {more} más. Lo atiende OPI.",
            "Child to be fetched: ticket {ticket} and {more} more. OPI attends.")
    ) { facts, _, _ in facts.waiting.filter(\.isFetchedByOPI).map { Cause(queued: $0.one) }.asOne }

    static let absentTwice = Alarm(
        kind: .absentTwice, grade: .late, opens: .queue,
        threshold: Threshold(
            name: Bilingual("Llamadas sin acudir", "Calls without coming"), unit: .times, usual: 2,
            allowed: 2...5),
        one: Bilingual(
            "La {ticket} no acudió {times}: vaya a buscarla.",
            "{ticket} was absent {times}: go and look."),
        many: Bilingual(
            "La {ticket} y {more} más no acudieron {times}: vaya a buscarlas.",
            "{ticket} and {more} more were absent {times}: go and look.")
    ) { facts, limit, _ in
        let times =
            limit == 2
            ? Bilingual("dos veces", "twice") : Bilingual("\(limit) veces", "\(limit) times")
        return facts.waiting.filter { $0.absences >= limit }.map {
            Cause(queued: $0.one, ["times": times])
        }.asOne
    }

    static let insideLong = Alarm(
        kind: .insideLong, grade: .info, opens: .queue,
        threshold: Threshold(
            name: Bilingual("Adentro más de", "Inside for longer than"), unit: .minutes,
            usual: 360, allowed: 60...2880),
        one: Bilingual(
            "{n} persona adentro hace más de {time}: vea qué le falta y quién la lleva.",
            "{n} person inside for over {time}: see what they lack and who takes them."),
        many: Bilingual(
            "{n} personas adentro hace más de {time}: vea qué les falta y quién las lleva.",
            "{n} people inside for over {time}: see what they lack and who takes them.")
    ) { facts, limit, _ in
        let latest = facts.now.adding(minutes: -limit)
        return facts.insideSince.filter { $0 < latest }.map {
            Cause(
                since: $0.adding(minutes: limit), words: ["time": Bilingual(limit.span)])
        }.asOne
    }

    static let deskIdle = Alarm(
        kind: .deskIdle, grade: .info, opens: .shift,
        threshold: Threshold(
            name: Bilingual("Sin llamar", "Without a call"), unit: .minutes, usual: 10,
            allowed: 3...60),
        one: Bilingual(
            "Vent. {desk} libre hace {time} y esperan {waiting}: que llame (F2) o haga pausa.",
            "Desk {desk} idle for {time}, {waiting} wait: ask it to call (F2) or pause."),
        many: Bilingual(
            "Vent. {desk} y {more} más libres hace {time} y esperan {waiting}: "
                + "que llamen (F2).",
            "Desk {desk} and {more} more idle for {time}, {waiting} wait: "
                + "ask them to call (F2).")
    ) { facts, limit, _ in
        let latest = facts.now.adding(minutes: -limit)
        return facts.idleDesks.filter { $0.since < latest }.sorted { $0.since < $1.since }.map {
            Cause(
                since: $0.since.adding(minutes: limit),
                words: [
                    "desk": Bilingual($0.desk), "waiting": Bilingual($0.waiting),
                    "time": Bilingual((facts.now.secondsSince($0.since) / 60).span),
                ])
        }.asOne
    }

    /// Where a desk is open and calls nobody, that is what is told.
    static let pointSilent = Alarm(
        kind: .pointSilent, grade: .late, opens: .shift,
        threshold: Threshold(
            name: Bilingual("Sin anotar nada", "Nothing written for"), unit: .minutes, usual: 45,
            allowed: 15...480),
        one: Bilingual(
            "Nadie anota nada hace {time} y hay {people} por atender: llame al punto.",
            "Nothing written for {time} with {people} to attend: call the point.")
    ) { facts, limit, _ in
        guard facts.idleDesks.isEmpty, let silence = facts.silence,
            silence.since < facts.now.adding(minutes: -limit)
        else { return [] }
        return [
            Cause(
                since: silence.since.adding(minutes: limit),
                words: [
                    "people": Bilingual(silence.people),
                    "time": Bilingual((facts.now.secondsSince(silence.since) / 60).span),
                ])
        ]
    }

    static let paperUndelivered = Alarm(
        kind: .paperUndelivered, grade: .info, opens: .tray,
        threshold: Threshold(
            name: Bilingual("En la charola más de", "In the tray for longer than"), unit: .minutes,
            usual: 180, allowed: 30...1440),
        fades: 3 * 1440,
        one: Bilingual(
            "{n} papeles sin entregar hace más de {time}: entréguelos o anote por qué no.",
            "{n} papers undelivered for over {time}: deliver them or note why not.")
    ) { facts, limit, oldest in
        // One or two are what a person who is still here takes along.
        let latest = facts.now.adding(minutes: -limit)
        let lying = facts.tray.filter { $0 > oldest && $0 < latest }
        return lying.count < 3
            ? []
            : lying.map {
                Cause(since: $0.adding(minutes: limit), words: ["time": Bilingual(limit.span)])
            }.asOne
    }

    static let providerFull = Alarm(
        kind: .providerFull, grade: .info, opens: .providers,
        one: Bilingual(
            "{name} sin lugar: ofrezca otra institución y pregunte cuándo se libera.",
            "{name} is full: offer another institution and ask when a place is free."),
        many: Bilingual(
            "{name} y {more} más sin lugar: ofrezca otra institución y pregunte cuándo se libera.",
            "{name} and {more} more are full: offer another one and ask when a place is free.")
    ) { facts, _, _ in
        facts.fullProviders.map { Cause(since: facts.now, words: ["name": Bilingual($0)]) }.asOne
    }
}

extension Alarm.Cause {
    /// Somebody of the queue, which the point looks after.
    init(queued one: PointFacts.One, _ words: [String: Bilingual] = [:]) {
        self.init(since: one.at, words: words)
        self.words["ticket"] = one.number
    }

    /// So many in one line, where there are any.
    static func several(_ several: PointFacts.Several?) -> [Self] {
        guard let several, several.count > 0 else { return [] }
        return [Self(since: several.first, count: several.count)]
    }
}
