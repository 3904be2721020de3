import Repatriation
import Terminal

/// What is typed for a hand-over: the counts before anything is shown, and what each signs.
enum HandOverForms {
    /// A closed shift is handed to whoever opens the next.
    static let closed = Why.says(
        "El turno está cerrado: quien lo abra con «t» lo recibe.",
        "The shift is closed: whoever opens it with «t» receives it.")

    private static let walk = Bilingual(
        """
        Cuenten caminando, cada quien por su lado, a quienes están en el edificio. La cifra del \
        archivo se ve después.
        """,
        """
        Each walks and counts those in the building alone. The store's figure is shown after.
        """)

    /// Whoever has signed looks at what they signed; everybody else counts first.
    static func begin(
        _ place: PointCode, _ waiting: HandOver?, _ context: Workplace
    ) -> any Screen {
        guard let waiting, waiting.outgoing == context.officer.id else {
            return count(place, waiting)
        }
        let counts = HandOverCounts(
            outgoing: waiting.outgoingCount, incoming: waiting.incomingCount)
        return HandOverScreen(point: place, counts)
    }

    /// Both counts; of a hand-over that was signed already, only that of whoever receives it.
    static func count(_ place: PointCode, _ waiting: HandOver?) -> FormScreen {
        var fields = [
            FormField(
                "incoming", "Contó quien recibe", "Incoming lead counted", .number())
        ]
        if waiting == nil {
            fields.insert(
                FormField(
                    "outgoing", "Contó quien entrega", "Outgoing lead counted", .number()),
                at: 0)
        }
        return FormScreen(
            HandOverScreen.name, of: "point:\(place.text)", note: walk, fields
        ) { values in
            let counts = HandOverCounts(
                outgoing: values["outgoing"].flatMap(Int.init) ?? waiting?.outgoingCount,
                incoming: values["incoming"].flatMap(Int.init))
            return [.replace(HandOverScreen(point: place, counts))]
        }
    }

    /// Whoever hands over signs; alone, with the reason.
    static func sign(
        _ place: PointCode, _ counts: HandOverCounts, differs: Bool, isAlone: Bool
    ) -> FormScreen {
        let remarks = FormField(
            "remarks", differs ? "Dónde está cada diferencia" : "Observaciones",
            differs ? "Where each difference is" : "Remarks", required: differs)
        let reason = FormField(
            "reason", "Por qué nadie recibe ahora", "Why nobody receives now", required: true)
        return FormScreen(
            isAlone
                ? Bilingual("Entrega unilateral", "One-sided hand-over")
                : Bilingual("Firma quien entrega", "The outgoing lead signs"),
            of: "point:\(place.text)", isAlone ? [reason, remarks] : [remarks]
        ) { values in
            [
                .perform(
                    .act(
                        HandOverShift(
                            at: place, counts, remarks: values["remarks"],
                            unilateral: isAlone ? values["reason"] : nil)))
            ]
        }
    }

    /// Whoever receives answers what the journal knows, and signs.
    static func receive(
        _ place: PointCode, counted: Int, differs: Bool, isWaiting: Bool
    ) -> FormScreen {
        var fields = ReadBack.questions.map { question in
            FormField(
                question.name, question.words.es, question.words.en, .number(), required: true)
        }
        fields.append(
            FormField(
                "remarks", differs ? "Dónde está cada diferencia" : "Observaciones",
                differs ? "Where each difference is" : "Remarks", required: differs))
        if !isWaiting {
            fields.append(
                FormField(
                    "reason", "Por qué sin quien entregue", "Why without who hands over",
                    required: true))
        }
        return FormScreen(
            Bilingual("Firma quien recibe", "The incoming lead signs"),
            of: "point:\(place.text)", fields
        ) { values in
            let answers = ReadBack(
                children: values["children"].flatMap(Int.init),
                nextDue: values["nextDue"].flatMap(Int.init),
                unlocated: values["unlocated"].flatMap(Int.init))
            return [
                .perform(
                    .act(
                        AcceptHandOver(
                            at: place, counted: counted, answers, remarks: values["remarks"],
                            unilateral: values["reason"])))
            ]
        }
    }
}
