import Repatriation

extension Manual {
    func addAlarms(to book: inout Book) {
        book.add(
            .heading(language("Avisos", "Alarms"), level: 1),
            .table(
                head: [
                    language("aviso", "alarm"), language("desde", "from"),
                    language("qué hacer", "what to do"), language("fuente", "source"),
                ],
                rows: Alarm.all.map { alarm in
                    [
                        alarm.kind.label(language),
                        alarm.threshold.map { "\($0.usual) \($0.unit.label(language))" } ?? "",
                        alarm.one.withoutGaps(language),
                        alarm.kind.grounds.map(\.text).joined(separator: "; "),
                    ]
                }))
    }

    func addReferrals(to book: inout Book) {
        book.add(
            .heading(language("Canalizaciones", "Referrals"), level: 1),
            .table(
                head: [
                    language("clave", "code"), language("a qué", "what for"), "min",
                    language("sobre qué base", "on what basis"), language("fuente", "source"),
                ],
                rows: ReferralKind.allCases.map { kind in
                    [
                        kind.acronym, kind.label(language), "\(kind.dueMinutes)",
                        kind.bases.map { $0.label(language) }.joined(separator: ", "),
                        kind.legalGrounds.map(\.text).joined(separator: "; "),
                    ]
                }))
    }

    func addPoints(to book: inout Book) {
        book.add(.heading(language("Puntos", "Points"), level: 1))
        for point in points where point.isActive { add(point, to: &book) }
    }

    private func add(_ point: ReceivingPoint, to book: inout Book) {
        let hours = (point.windows ?? []).map { window in
            let whom =
                window.audience == .general
                ? language("todas las personas", "everybody")
                : language("personas vulnerables", "vulnerable people")
            return "\(whom): \(window.from.text)–\(window.to.text)"
        }
        book.add(
            .heading("\(point.name) (\(point.code.text))", level: 2),
            .list(
                [
                    "\(point.port) · \(point.counterpart)",
                    "\(language("Hora de", "Clock of")) \(point.zone)",
                ] + hours))
        let own = providers.filter { $0.point == point.code && !$0.isRetired }
        guard !own.isEmpty else { return }
        book.add(
            .table(
                head: [
                    language("institución", "institution"), language("para", "for"),
                    language("contacto", "contact"),
                ],
                rows: own.map { provider in
                    [
                        provider.name,
                        ReferralKind.allCases.filter(provider.serves.contains)
                            .map(\.acronym).joined(separator: " "),
                        provider.contact ?? "",
                    ]
                }))
    }
}

extension Bilingual {
    /// A sentence of the table of alarms, with «…» where a number or a name will stand.
    fileprivate func withoutGaps(_ language: Language) -> String {
        var text = ""
        var isGap = false
        for letter in self(language) {
            if letter == "{" {
                isGap = true
            } else if letter == "}" {
                isGap = false
                text += "…"
            } else if !isGap {
                text.append(letter)
            }
        }
        return text
    }
}
