import Repatriation

/// What of the procedure a screen is for: what F1 tells of it on its second page.
package struct Procedure: Sendable, Equatable {
    /// The steps that are done on it.
    var steps: [ProcedureStep] = []
    /// Lanes that it is about, whoever is in them.
    var lanes: [Lane] = []
    /// Alarms that are answered on it.
    var alarms: [AlertKind] = []
    /// The one that is chosen on it, as the reader may see it.
    var alert: AlertKind?
    /// It shows in what order people are called.
    var isOfQueue = false
    /// It sends people to institutions.
    var isOfReferrals = false
    /// It is about one person, whose open lanes are told where the screens below know them.
    var isOfPerson = false
    /// The open lanes of whoever it is about, as the reader may see them.
    var open: [Lane] = []

    init(
        _ steps: ProcedureStep..., lanes: [Lane] = [], alarms: [AlertKind] = [],
        isOfQueue: Bool = false, isOfReferrals: Bool = false, isOfPerson: Bool = false
    ) {
        (self.steps, self.lanes, self.alarms) = (steps, lanes, alarms)
        (self.isOfQueue, self.isOfReferrals) = (isOfQueue, isOfReferrals)
        self.isOfPerson = isOfPerson
    }

    /// Somebody's own, with the lanes that are open for them.
    func about(_ lanes: LaneState?) -> Procedure {
        var own = self
        (own.isOfPerson, own.open) = (true, lanes?.lanes.map(\.lane) ?? [])
        return own
    }
}

extension FormScreen {
    /// The same, for a part of the procedure.
    func told(by procedure: Procedure) -> FormScreen {
        var form = self
        form.procedure = procedure
        return form
    }
}

extension MenuScreen {
    /// The same, for a part of the procedure.
    func told(by procedure: Procedure) -> MenuScreen {
        var menu = self
        menu.procedure = procedure
        return menu
    }
}

extension App {
    /// What the screens that are open are for: the topmost that says so, with the open lanes of
    /// whoever it is about, whom a screen below may know.
    var procedure: Procedure {
        let told = screens.reversed().compactMap(\.procedure)
        guard var top = told.first else { return Procedure() }
        if top.isOfPerson, top.open.isEmpty {
            top.open = told.prefix(while: \.isOfPerson).first { !$0.open.isEmpty }?.open ?? []
        }
        return top
    }
}

/// The second page of F1: steps, lanes, queue, alarms and referrals of a screen, from the tables of
/// the manual, each with its ground.
extension Manual {
    /// All of it; `isCovered` leaves out what is somebody's own.
    func page(_ procedure: Procedure, isCovered: Bool = false) -> Book {
        var book = Book(language("Procedimiento", "Procedure"), language)
        let open = isCovered ? [] : procedure.open
        // Which lane a form about somebody is for is theirs too.
        let lanes = isCovered && procedure.isOfPerson ? [] : procedure.lanes
        for lane in open + lanes.filter({ !open.contains($0) }) {
            addShort(lane, isOpen: open.contains(lane), to: &book)
        }
        for step in procedure.steps { book.add(part(of: step)) }
        if procedure.isOfQueue {
            book.add(
                .heading(language("La cola", "The queue"), level: 2),
                // How many, each point says for itself.
                .text(order(share: language("una parte de las llamadas", "a share of the calls"))),
                .source(cited(Manual.groundsOfQueue)))
        }
        let alert = isCovered ? nil : procedure.alert
        for kind in (alert.map { [$0] } ?? []) + procedure.alarms.filter({ $0 != alert }) {
            addShort(kind.alarm, to: &book)
        }
        if procedure.isOfReferrals {
            for kind in ReferralKind.allCases { addShort(kind, to: &book) }
        }
        return book
    }

    /// A lane without the table, which a narrow screen has no room for.
    private func addShort(_ lane: Lane, isOpen: Bool, to book: inout Book) {
        let state =
            isOpen ? language("Ruta abierta: ", "Open lane: ") : language("Ruta: ", "Lane: ")
        book.add(
            .heading(state + lane.label(language), level: 2), .text(lane.why(language)),
            .list(
                lane.steps.map { step in
                    let who = words(OfficerRole.allCases.filter(step.roles.contains))
                    let within = step.minutes.map { language(" · en \($0) min", " · in \($0) min") }
                    let noted = details(of: step)
                    return "\(step.label(language)): \(who)\(within ?? "")"
                        + (noted.isEmpty ? "" : language(" · se anota: ", " · noted: ") + noted)
                }), .source(cited(lane.grounds)))
    }

    private func addShort(_ alarm: Alarm, to book: inout Book) {
        let from = threshold(of: alarm).map { language(" (desde \($0))", " (from \($0))") } ?? ""
        book.add(
            .heading(
                language("Aviso: ", "Alarm: ") + alarm.kind.label(language) + from, level: 2),
            .text(alarm.one.withoutGaps(language)), .source(cited(alarm.kind.grounds)))
    }

    private func addShort(_ kind: ReferralKind, to book: inout Book) {
        let bases = kind.bases.map { $0.label(language) }.joined(separator: ", ")
        book.add(
            .heading(
                language("Canalización: ", "Referral: ") + kind.label(language), level: 2),
            .text(
                language(
                    "En \(kind.dueMinutes) min; sobre la base de: \(bases).",
                    "Within \(kind.dueMinutes) min; on the basis of: \(bases).")),
            .source(cited(kind.legalGrounds)))
    }
}
