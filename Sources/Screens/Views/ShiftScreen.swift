import Repatriation
import Terminal

/// A point's shift and its desks.
struct ShiftScreen: PointListing {
    typealias Asked = ShiftOf
    static let name = Bilingual("Turno", "Shift")
    let place: PointCode
    var procedure: Procedure? {
        Procedure(.openShift, .handOver, alarms: [.peak, .deskIdle, .clockInDoubt])
    }
    var list = LiveList<DeskLine>()
    private var view: ShiftView?

    /// The shift of one point; empty until the store answers.
    init(point: PointCode) { place = point }

    static let table: KeyTable<Self> = [
        .on(.enter, "Abrir", "Open") { screen, desk, _ in
            [.perform(.act(OpenDesk(at: screen.place, desk.id, attends: nil)))]
        },
        KeyRow(Letter.handOver.binding("", "")) { screen, context in
            [.push(HandOverForms.begin(screen.place, screen.view?.handOver, context))]
        }
        .unless { screen, _ in
            screen.view?.point.isShiftOpen == false ? HandOverForms.closed : nil
        },
        .on(.openShift) { screen, _, _ in [.perform(.act(OpenShift(at: screen.place)))] },
        .on(.withOPI) { screen, desk, _ in
            [.perform(.act(OpenDesk(at: screen.place, desk.id, attends: Set(Attention.allCases))))]
        },
        .on(.pauseDesk) { screen, desk, _ in
            [.perform(.act(PauseDesk(at: screen.place, desk.id, reason: nil)))]
        },
        .on(.closeDesk) { screen, desk, _ in [.perform(.act(CloseDesk(at: screen.place, desk.id)))]
        },
        .on(.closeShift) { screen, _, _ in [.push(screen.closing())] },
        .on(.peak) { screen, _, _ in [screen.peak()] },
        .on(.hourIsRight) { screen, _, context in [screen.hourIsRight(context)] },
        .on(.lockMinutes) { screen, _, _ in [screen.locking()] },
        .on(.checkShift) { screen, _, context in [.push(screen.checking(context))] },
        .on(.countWater) { screen, _, context in
            [.push(ShiftForms.water(screen.place, screen.view, context))]
        },
        .on(.facilities) { screen, _, _ in
            screen.view.map { [.push(ShiftForms.facilities($0.point))] } ?? []
        },
        .on(.thresholds) { screen, _, _ in
            screen.view.map { [.push(AlertForms.thresholds($0.point))] } ?? []
        },
    ]

    static func isOwn(_ act: any Act) -> Bool { false }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        // Whoever opens the shift is shown what is looked at then; Esc goes on without.
        if case .done(let command, .some, _, _) = reply,
            command.act(OpenShift.self)?.point == place, context.officer.leads
        {
            return [.push(checking(context))]
        }
        guard let view = answer(in: reply) else { return [] }
        let isFirst = self.view == nil
        self.view = view
        list.update(view.desks, adopt: true)
        if isFirst, context.desk > 0 { list.select(context.desk) }
        return []
    }

    private func checking(_ context: Workplace) -> FormScreen {
        ShiftForms.check(
            place, view?.phones ?? ShiftPhones([]), last: view?.check?.found, context)
    }

    /// What stands under who leads: how many wait, and what the opening check found.
    private func foundWords(_ view: ShiftView, _ context: Workplace) -> String {
        let waiting = context.language("En espera \(view.waiting)", "Waiting \(view.waiting)")
        guard view.point.isShiftOpen, !context.isCovered else { return waiting }
        let at = view.check?.at.map { context.local($0, place) }
        let said = ShiftCheck.said(view.check, view.checker, at)
        return "\(waiting) · \(said(context.language))"
    }

    /// The hour is vouched for as it stands on the screen; one that nobody doubts needs nobody's
    /// word.
    private func hourIsRight(_ context: Workplace) -> Step {
        guard view?.clockDoubt != nil || view?.pending != nil else {
            return .perform(.act(ConfirmClock(at: place)))
        }
        return .push(HourForms.isRight(at: place, view?.pending, context))
    }

    /// Down to nine answers with a reason, and back without one.
    private func peak() -> Step {
        let place = place
        if view?.point.peakSince != nil { return .perform(.act(SetPeak(at: place, reason: nil))) }
        return .push(
            FormScreen(
                Bilingual("Afluencia", "Peak"), of: "point:\(place.text)",
                note: Bilingual(
                    """
                    La entrevista baja a nueve respuestas; lo demás queda como faltante. El \
                    motivo se imprime con las tablas.
                    """,
                    """
                    The interview shrinks to nine answers; the rest stays missing. The reason is \
                    printed with the tables.
                    """
                ),
                [FormField("reason", "Motivo", "Reason", required: true)]
            ) { [.perform(.act(SetPeak(at: place, reason: $0["reason"])))] })
    }

    /// After how long without a key the screens of the point ask who is there.
    private func locking() -> Step {
        let place = place
        return .push(
            FormScreen(
                Bilingual("Pantallas que se dejan", "Screens that are left"),
                of: "point:\(place.text)",
                note: Bilingual(
                    """
                    Tras tantos minutos sin teclas la pantalla pide la contraseña o el PIN. De 5 \
                    a 15.
                    """,
                    """
                    After so many minutes without a key the screen asks for the password or PIN. \
                    5 to 15.
                    """
                ),
                [
                    FormField(
                        "minutes", "Minutos", "Minutes", .number(5...15),
                        value: String(view?.point.lockMinutes ?? ReceivingPoint.usualLock),
                        required: true)
                ]
            ) { answers in
                [
                    .perform(
                        .act(
                            SetPoint(
                                place, ["lockMinutes": .int(Int(answers["minutes"] ?? "") ?? 0)])))
                ]
            })
    }

    /// Closing a shift closes every desk: one sentence with who is still inside, and why nobody
    /// receives them where somebody is.
    private func closing() -> any Screen {
        let place = place
        let heading = Bilingual("Cerrar turno", "Close shift")
        guard let remains = view?.remains, remains.isInCharge else {
            let note = Bilingual(
                "Se cierran todas las ventanillas. Adentro no queda nadie.",
                "Every desk closes. Nobody stays inside.")
            let item = MenuScreen.Item(
                "z", "cerrar el turno", "close the shift",
                [.perform(.act(CloseShift(at: place)))])
            return MenuScreen(heading, note: note, [item])
        }
        let words = remains.words
        return FormScreen(
            heading, of: "point:\(place.text)",
            note: Bilingual(
                """
                Se cierran todas las ventanillas. Adentro quedan \(remains.inside), a su nombre, \
                hasta que otra jefatura abra. \(words.es)
                """,
                """
                Every desk closes. \(remains.inside) stay inside, in your name, until another \
                lead opens. \(words.en)
                """),
            [FormField("reason", "Por qué nadie recibe", "Why nobody receives", required: true)]
        ) { [.perform(.act(CloseShift(at: place, reason: $0["reason"])))] }
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let view else { return }
        let language = context.language
        let state =
            view.point.isShiftOpen
            ? Bilingual(
                "Turno abierto por \(view.lead ?? "?") desde \(view.since?.clock ?? "?")",
                "Shift opened by \(view.lead ?? "?") at \(view.since?.clock ?? "?")")
            : Bilingual("Turno cerrado: «t» lo abre", "Shift closed: «t» opens it")
        let since = Bilingual(
            "Abierto: \(view.lead ?? "?"), \(view.since?.clock ?? "?")",
            "Open: \(view.lead ?? "?"), \(view.since?.clock ?? "?")")
        let isNarrow = TextWidth.of(state(language)) > frame.width - 4 && view.point.isShiftOpen
        frame.put(
            TextWidth.fit((isNarrow ? since : state)(language), frame.width - 4), row: 1, column: 2,
            Style(view.point.isShiftOpen ? .text : .late))
        // A check that found much is told whole, as far as the desks leave room.
        let most = max(1, min(3, frame.height - 10))
        let found = frame.putWrapped(foundWords(view, context), row: 2, Style(.muted), most: most)
        let top = 2 + found
        if let notice = notice(view, context) {
            frame.put(
                TextWidth.fit(notice(language), frame.width - 4), row: top, column: 2, Style(.late))
        }
        frame.put(
            language(
                "Vent  Estado    Oficial            Atiende",
                "Desk  State     Officer            Attends"), row: top + 1, column: 2,
            Style(.muted))
        for (line, index) in list.window(frame.height - top - 5).enumerated() {
            let desk = list.elements[index]
            if desk.id == list.selected { frame.putCursor(row: top + 2 + line) }
            draw(desk, on: &frame, row: top + 2 + line, language)
        }
        frame.isCursorVisible = true
    }

    /// What a lead must know first: a hand-over that waits, a clock in doubt, a peak.
    private func notice(_ view: ShiftView, _ context: Workplace) -> Bilingual? {
        if let waiting = view.handOver {
            let who = view.signer ?? "–"
            let at = waiting.signedAt.map { context.local($0, place).clock } ?? ""
            return waiting.outgoing == context.officer.id
                ? Bilingual(
                    "Entrega firmada \(at): la recibe otra jefatura.",
                    "Hand-over signed \(at): another lead receives it.")
                : Bilingual(
                    "Entrega firmada por \(who) \(at): «e» la recibe.",
                    "Hand-over signed by \(who) \(at): «e» receives it.")
        }
        return view.clockDoubt
            ?? view.point.peakReason.map { Bilingual("AFLUENCIA: \($0)", "PEAK: \($0)") }
    }

    private func draw(
        _ desk: DeskLine, on frame: inout Frame, row: Int, _ language: Language
    ) {
        frame.putRight(String(desk.id), row: row, before: 6, Style(.title))
        let isOpen = desk.state == .open
        frame.put(
            desk.state.label(language), row: row, column: 8, Style(isOpen ? .text : .muted))
        let isSilent = isOpen && !desk.isHeard
        frame.put(
            (desk.officer ?? "–") + (isSilent ? language(" (no responde)", " (silent)") : ""),
            row: row, column: 18, Style(isSilent ? .late : .text), limit: 18)
        let attends = Attention.allCases.filter(desk.attends.contains).map { attention in
            switch attention {
            case .opi: "OPI"
            case .medical: language("salud", "health")
            case .priority: language("prioridad", "priority")
            case .general: "general"
            }
        }
        frame.put(
            attends.joined(separator: ", "), row: row, column: 37, Style(.muted),
            limit: frame.width - 38)
    }
}
