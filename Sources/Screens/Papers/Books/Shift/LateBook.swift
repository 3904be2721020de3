import Repatriation

extension [ReferralLine] {
    /// The open referrals of a point, the late ones first.
    package func book(_ head: ShiftHead) -> Book {
        let language = head.language
        var book = head.book(.referrals)
        guard !isEmpty else {
            book.add(.text(language("Nada pendiente.", "Nothing open.")))
            return book
        }
        let rows = map { line in
            [
                head.ticket(line.ticket, of: line.ticketDay), line.label(language),
                line.kind?.isProtected == true ? "–" : line.provider ?? "–",
                line.state.label(language), head.clock(line.sentAt), head.clock(line.dueAt),
                line.isLate ? language("vencida", "late") : "",
            ]
        }
        book.add(
            .table(
                head: [
                    language("Ficha", "Ticket"), language("Para", "For"),
                    language("Institución", "Institution"), language("Estado", "State"),
                    language("Enviada", "Sent"), language("Vence", "Due"), "",
                ], rows: rows))
        let late = count(where: \.isLate)
        let more =
            count < ReferralsOf.most
            ? "" : language(" Hay más: aquí las primeras.", " There are more: these are the first.")
        book.add(
            .text(
                language(
                    "\(count) \(count == 1 ? "abierta" : "abiertas"), "
                        + "\(late) \(late == 1 ? "vencida" : "vencidas").",
                    "\(count) open, \(late) late.")
                    + more))
        return book
    }
}

extension ReferralLine {
    /// What for; of a matter that the reader may not know, or that no paper tells, that it is one.
    fileprivate var label: Bilingual { kind?.labelOnPaper ?? Bilingual("canalización", "referral") }
}

/// Whatever is past its hour at a point.
package struct LateThings: Sendable {
    /// Something late: since when, of whom by number, and what.
    fileprivate struct Line {
        let since: Instant
        let ticket: Int?
        let day: CivilDate?
        let what: Bilingual
    }

    private static let referral = Bilingual("canalización", "referral")

    fileprivate var lines: [Line] = []
    fileprivate var askedAfter: [FollowUpLine]
    fileprivate var rings: [Alert]

    /// From what each list of the point shows.
    package init(
        _ referrals: [ReferralLine], _ book: ChildBook, _ handOver: HandOverView,
        _ followUps: [FollowUpLine], at now: Instant
    ) {
        askedAfter = followUps.filter { $0.daysLate > 0 }
        rings = handOver.alerts.filter { $0.grade != .info }
        for line in referrals where line.isLate {
            guard let since = line.dueAt else { continue }
            let what =
                line.kind?.isProtected == false
                ? [LateThings.referral, line.label].joined() : line.label
            lines.append(
                Line(since: since, ticket: line.ticket, day: line.ticketDay, what: what))
        }
        for child in book.lines {
            for step in child.late(at: now) {
                guard let since = step.dueAt else { continue }
                let what = [Bilingual("NNA", "child"), step.step.label].joined()
                lines.append(
                    Line(
                        since: since, ticket: child.child.ticket, day: child.child.ticketDay,
                        what: what))
            }
        }
        for person in handOver.lines where !person.isChild {
            guard let since = person.next.dueAt, since < now else { continue }
            let (ticket, day) = (person.person.ticket, person.person.ticketDay)
            // What is waited for of a referral stands there as such.
            guard !lines.contains(where: { ($0.ticket, $0.since) == (ticket, since) }) else {
                continue
            }
            lines.append(Line(since: since, ticket: ticket, day: day, what: person.next.words))
        }
        lines.sort { ($0.since, $0.ticket ?? .max) < ($1.since, $1.ticket ?? .max) }
    }

    /// The longest late first.
    package func book(_ head: ShiftHead) -> Book {
        let language = head.language
        var book = head.book(.late)
        let rows = lines.map { line in
            [
                head.ticket(line.ticket, of: line.day), line.what(language), head.clock(line.since),
                Dates.wait(head.now.secondsSince(line.since)),
            ]
        }
        book.add(
            rows.isEmpty
                ? .text(language("Nada vencido.", "Nothing is late."))
                : .table(
                    head: [
                        language("Ficha", "Ticket"), language("Qué", "What"),
                        language("Vencía", "Was due"), language("Hace", "Late by"),
                    ], rows: rows))
        if !askedAfter.isEmpty {
            let days = askedAfter.map { line in
                [
                    head.ticket(line.person.ticket, of: line.person.ticketDay),
                    line.followUp.cause.label(language),
                    line.followUp.dueOn?.shown ?? "–", String(line.daysLate),
                ]
            }
            book.add(.heading(language("Seguimiento", "Follow-up"), level: 2))
            book.add(
                .table(
                    head: [
                        language("Ficha", "Ticket"), language("Por qué", "Why"),
                        language("Era para el", "Was due on"), language("Días", "Days"),
                    ], rows: days))
        }
        if !rings.isEmpty {
            book.add(.heading(language("Suena", "Rings"), level: 2))
            book.add(.list(rings.map { $0.text(language) }))
        }
        return book
    }
}
