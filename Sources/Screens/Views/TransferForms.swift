import Repatriation

/// The forms of what goes to another point.
enum TransferForms {
    /// Everybody inside of a group goes, but those whose numbers are typed.
    static func group(_ line: GroupLine, _ roll: [RollRow], _ context: Workplace) -> FormScreen {
        let heading = Bilingual(
            "Trasladar \(line.group.name) · \(line.counts.inside) adentro",
            "Send \(line.group.name) · \(line.counts.inside) inside")
        let inside = Dictionary(
            roll.filter(\.reception.isInside).compactMap { row in
                row.reception.ticket.map { ($0, row.id) }
            }, uniquingKeysWith: { first, _ in first })
        let stays = FormField("except", "No viajan (fichas)", "Stay (tickets)")
        return FormScreen(
            heading, of: "group:\(line.id.value)",
            fields(from: line.group.point, context) + [stays]
        ) { values in
            var except: [Identifier<Reception>] = []
            for number in (values["except"] ?? "").split(whereSeparator: { " ,;".contains($0) }) {
                // Whoever is meant to stay does not travel because of how it was typed.
                guard let id = Int(number).flatMap({ inside[$0] }) else {
                    return [
                        .refuse(
                            "La ficha \(number) no está adentro de este grupo.",
                            "Ticket \(number) is not inside of this group.")
                    ]
                }
                except.append(id)
            }
            let target = ChosenPeople.group(line.id, except: except)
            return [.now { .perform(.act(transfer(target, values, now: $0))) }]
        }
        .told(by: Procedure(.transfer))
    }

    /// One person goes.
    static func person(_ person: Reception, _ context: Workplace) -> FormScreen {
        let target = ChosenPeople.people([person.id])
        return FormScreen(
            Bilingual("Trasladar a otro punto", "Send to another point"), about: person,
            fields(from: person.point, context)
        ) { values in [.now { .perform(.act(transfer(target, values, now: $0))) }] }
        .told(by: Procedure(.transfer, isOfPerson: true))
    }

    private static func fields(from point: PointCode, _ context: Workplace) -> [FormField] {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let others = context.names.filter { $0.key != point }.sorted { $0.key < $1.key }
        let points = zip(others, letters).map { place, letter in
            AnswerOption(
                code: place.key.text, letter: letter, label: Bilingual(place.value, place.value))
        }
        return [
            FormField("to", "A qué punto", "To which point", .options(points), required: true),
            FormField("vehicle", "Placa o número", "Plate or number", required: true),
            FormField("driver", "Quién los lleva", "Who takes them"),
            FormField("mode", "Modo", "Mode", .options(GroupForms.modes)),
            FormField("minutes", "Llega en (minutos)", "Arrives in (minutes)", .number()),
            FormField("confirmedBy", "Quién lo confirmó allá", "Who there confirmed it"),
        ]
    }

    private static func transfer(
        _ target: ChosenPeople, _ values: [String: String], now: Instant
    ) -> Transfer {
        var act = Transfer(
            target, to: values["to"].flatMap { PointCode($0) } ?? .none,
            vehicle: values["vehicle"] ?? "")
        act.driver = values["driver"]
        act.mode = values["mode"].flatMap(Mode.init)
        act.expectedAt = values["minutes"].flatMap(Int.init).map { now.adding(minutes: $0) }
        act.confirmedBy = values["confirmedBy"]
        return act
    }
}
