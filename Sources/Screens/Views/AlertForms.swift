import Repatriation
import Terminal

/// What is made of an alert at the board, and what a point sets of its alarms.
enum AlertForms {
    static func acknowledge(_ alert: Alert, _ context: Workplace) -> any Screen {
        FormScreen(
            Bilingual("Aviso: enterado", "Alert: acknowledge"), of: "alarm:\(alert.tag.text)",
            note: told(alert, context), [FormField("note", "Nota", "Note")]
        ) { [.perform(.act(Acknowledge(alert.tag, note: $0["note"])))] }
    }

    /// What it says, and of which point.
    private static func told(_ alert: Alert, _ context: Workplace) -> Bilingual {
        alert.text.after("\(context.names[alert.point] ?? alert.point.text): ")
    }

    /// For some minutes, with a reason; it comes back by itself.
    static func shelve(_ alert: Alert, _ context: Workplace) -> any Screen {
        FormScreen(
            Bilingual("Apartar el aviso", "Set the alert aside"), of: "alarm:\(alert.tag.text)",
            note: told(alert, context),
            [
                FormField(
                    "minutes", "Minutos", "Minutes", .number(5...AlarmMark.longest), value: "60",
                    required: true),
                FormField("reason", "Motivo", "Reason", required: true),
            ]
        ) { answers in
            let minutes = Int(answers["minutes"] ?? "") ?? 0
            let reason = answers["reason"]
            return [
                .now { now in
                    .perform(
                        .act(
                            Acknowledge(
                                alert.tag, shelvedUntil: now.adding(minutes: minutes),
                                reason: reason)))
                }
            ]
        }
    }

    /// Those that are set aside: choosing one brings it back, acknowledged.
    static func shelved(_ board: Board, _ context: Workplace) -> any Screen {
        let items = board.shelved.prefix(9).enumerated().map { index, alert in
            let back = context.local(alert.shelvedUntil ?? board.at, alert.point).clock
            let place = context.names[alert.point] ?? alert.point.text
            return MenuScreen.Item.init(
                Character("\(index + 1)"), "\(place), vuelve \(back): \(alert.text.es)",
                "\(place), back at \(back): \(alert.text.en)",
                [.perform(.act(Acknowledge(alert.tag)))])
        }
        return MenuScreen(
            Bilingual("Avisos apartados", "Alerts set aside"), preselects: false,
            note: Bilingual(
                "Con su número vuelve al tablero, ya reconocido.",
                "By its number it comes back to the board, acknowledged."), items)
    }

    /// Each threshold of a point that may be set, and when people sleep there.
    static func thresholds(_ point: ReceivingPoint) -> any Screen {
        let own = point.thresholds ?? Thresholds()
        let alarms = Alarm.all.filter { $0.threshold != nil }
        let fields = alarms.compactMap { alarm -> FormField? in
            guard let threshold = alarm.threshold else { return nil }
            let unit = threshold.unit.label
            return FormField(
                alarm.kind.rawValue, "\(alarm.kind.label.es): \(threshold.name.es) (\(unit.es))",
                "\(alarm.kind.label.en): \(threshold.name.en) (\(unit.en))",
                .number(threshold.allowed), value: String(own[alarm]), required: true)
        }
        let quiet = FormField(
            "quietHours", "Se duerme de", "People sleep", value: point.quietHours)
        return FormScreen(
            Bilingual("Límites de los avisos", "Thresholds of the alerts"),
            of: "thresholds:\(point.code.text)",
            note: Bilingual(
                "Cada número es el usual hasta que se cambia. Se duerme como 22:00-06:00, o nada.",
                "Each number is the usual one until it is changed. Sleep as 22:00-06:00, or nothing."
            ), fields + [quiet]
        ) { answers in
            let set = alarms.compactMap { alarm -> String? in
                guard let value = Int(answers[alarm.kind.rawValue] ?? ""),
                    value != alarm.threshold?.usual
                else { return nil }
                return "\(alarm.kind.rawValue) \(value)"
            }
            return [
                .perform(
                    .act(
                        SetPoint(
                            point.code,
                            [
                                "thresholds": .text(set.joined(separator: ";")),
                                "quietHours": .text(answers["quietHours"] ?? ""),
                            ])))
            ]
        }
    }
}
