import Repatriation

/// What points set for themselves: the queue's classes and share, hours, institutions.
extension Manual {
    /// Points that have the same classes and the same share.
    private struct Rule {
        let share: Int
        let classes: [PriorityClass]
        var points: [ReceivingPoint]
    }

    func addQueue(to book: inout Book) {
        book.add(.heading(language("La cola", "The queue"), level: 1))
        let rules = self.rules
        for rule in rules {
            if rules.count > 1 {
                let names = rule.points.map(\.name).joined(separator: ", ")
                book.add(.heading(names, level: 2))
            }
            let share = language(
                "una de cada \(rule.share) llamadas", "one call in \(rule.share)")
            book.add(.text(order(share: share)), table(of: rule.classes))
        }
        book.add(.source(cited(Manual.groundsOfQueue)))
    }

    /// On what the order of the queue rests.
    static let groundsOfQueue: [LegalGround] = [.arrangements, .childProtection, .ownCriterion]

    private var rules: [Rule] {
        var rules: [Rule] = []
        for point in shown {
            let classes = point.classes ?? PriorityClass.shipped
            if let same = rules.firstIndex(where: {
                $0.share == point.share && $0.classes == classes
            }) {
                rules[same].points.append(point)
            } else {
                rules.append(Rule(share: point.share, classes: classes, points: [point]))
            }
        }
        return rules
    }

    /// The points, or one as it is shipped.
    private var shown: [ReceivingPoint] {
        points.isEmpty ? [ReceivingPoint(id: Identifier(0))] : points
    }

    /// How the next one is chosen; `share` says how many calls are of the last class.
    func order(share: String) -> String {
        language(
            "Sigue la clase más protegida; dentro de ella, quien más ha rebasado su meta. Mientras "
                + "alguien de la última clase rebase la suya, \(share) es suya.",
            "The most protected class comes first; inside it, whoever is most past the target. "
                + "While somebody of the last tier is past theirs, \(share) is theirs.")
    }

    private func table(of classes: [PriorityClass]) -> Book.Block {
        .table(
            head: [
                language("clase", "class"), language("nivel", "tier"), language("meta", "target"),
                language("la llama", "called by"),
            ],
            rows: classes.map { one in
                [
                    PriorityLabel.staff(one.code)(language), "\(one.tier)",
                    "\(one.targetMinutes) min",
                    Attention.allCases.filter(one.attendedBy.contains)
                        .map { $0.label(language) }.joined(separator: ", "),
                ]
            })
    }

    /// From when on an alarm rings: what most points have, and the others with their codes; nil
    /// where there is nothing to set. Without points it says that it is the usual one.
    func threshold(of alarm: Alarm) -> String? {
        guard let threshold = alarm.threshold else { return nil }
        let set = Dictionary(grouping: shown) { ($0.thresholds ?? Thresholds())[alarm] }
        let ordered = set.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return ordered.enumerated().map { index, one in
            let amount = "\(one.key) \(threshold.unit.label(language))"
            let codes = one.value.map(\.code.text).joined(separator: ", ")
            return index == 0 ? amount : "\(amount) (\(codes))"
        }.joined(separator: "; ") + (points.isEmpty ? language(", lo usual", ", the usual") : "")
    }

    func addPoints(to book: inout Book) {
        book.add(.heading(language("Puntos", "Points"), level: 1))
        for point in points { add(point, to: &book) }
    }

    private func add(_ point: ReceivingPoint, to book: inout Book) {
        book.add(
            .heading("\(point.name) (\(point.code.text))", level: 2),
            .list(
                [
                    "\(point.port) · \(point.counterpart)",
                    "\(language("Hora de", "Clock of")) \(point.zone)",
                ] + hours(of: point)))
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

    /// When people are received, when shifts change, when people sleep, and when screens close.
    private func hours(of point: ReceivingPoint) -> [String] {
        let windows = (point.windows ?? []).map { window in
            let whom =
                window.audience == .general
                ? language("todas las personas", "everybody")
                : language("personas vulnerables", "vulnerable people")
            return "\(whom): \(window.from.text)–\(window.to.text)"
        }
        let changes = point.shiftChanges.map(\.text).joined(separator: ", ")
        let cut = language("El día cambia a las", "The day changes at") + " \(point.cut.text)"
        return windows
            + [
                cut,
                changes.isEmpty ? nil : language("Cambio de turno: ", "Shifts change: ") + changes,
                point.quietHours.isEmpty
                    ? nil : language("Se duerme: ", "People sleep: ") + point.quietHours,
                language("Las pantallas se cierran a los", "Screens close after")
                    + " \(point.lockMinutes) min",
            ].compactMap { $0 }
    }
}
