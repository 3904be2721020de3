/// Rows about the machine that the store is on: told of one point, to whoever looks after it.
extension Alarm {
    static let clockInDoubt = Alarm(
        kind: .clockInDoubt, grade: .late, opens: .shift,
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
        kind: .answersMissing, grade: .late, opens: .shift,
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

    static let diskLow = Alarm(
        kind: .diskLow, grade: .late, opens: .shift,
        threshold: Threshold(
            name: Bilingual("Disco libre menor que", "Free disk less than"), unit: .megabytes,
            usual: 512, allowed: 64...65_536),
        one: Bilingual(
            "Quedan {free} MB de disco: avise hoy a soporte. No borre nada de la carpeta de Garita.",
            "{free} MB of disk left: tell support today. Delete nothing of Garita's folder.")
    ) { facts, limit, _ in
        guard let free = facts.freeDisk, free < limit else { return [] }
        return [Cause(since: facts.now, words: ["free": Bilingual(max(0, free))])]
    }

    static let backupOld = Alarm(
        kind: .backupOld, grade: .late, opens: .shift,
        threshold: Threshold(
            name: Bilingual("Sin copia", "Without a copy"), unit: .days, usual: 2, allowed: 1...30),
        one: Bilingual(
            "Sin copia del archivo desde el {day}: pida hoy a soporte «garita backup».",
            "No copy of the store since {day}: ask support today for «garita backup».")
    ) { facts, days, _ in
        guard let copied = facts.copiedOn,
            facts.day.daysSinceEpoch - copied.daysSinceEpoch >= days
        else { return [] }
        let due = CivilDate(daysSinceEpoch: copied.daysSinceEpoch + days)
        return [
            Cause(
                since: Instant(milliseconds: due.daysSinceEpoch * 86_400_000),
                words: ["day": Bilingual(copied.shown)])
        ]
    }
}
