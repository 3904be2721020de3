import Repatriation

/// A desk of a point.
struct DeskPlace: Hashable {
    let point: PointCode
    let desk: Int

    init(_ point: PointCode, _ desk: Int) {
        self.point = point
        self.desk = desk
    }
}

/// What does not work, and what a careful officer does meanwhile.
extension Rehearsal {
    /// A paper that is issued and not printed yet.
    struct Printed {
        let paper: Identifier<Paper>
        let how: Delivery
        let guest: Guest
        let officer: Identifier<Officer>
    }

    // MARK: A desk

    /// From the middle of an interview nothing is heard of a desk of the point; while it speaks
    /// with nobody it is waited for.
    func fallSilent(_ desk: Int, _ at: Instant) {
        let place = DeskPlace(scenario.point, desk)
        guard attended[place] != nil else {
            return after(20, at) { [unowned self] in fallSilent(desk, $0) }
        }
        silent.insert(place)
        stage.silence(place.point, place.desk)
        // Whoever it had called besides waits again, with their place.
        guard let called = ahead.removeValue(forKey: place) else { return }
        send(NotPresent(called.reception, reason: nil), lead(place.point), at)
        after(300, at) { [unowned self] in wake(place.point, $0) }
    }

    // MARK: The printer

    /// From now on papers are printed, or are not. What lies in the tray is printed again, and
    /// given, a minute each.
    func setPrinter(_ works: Bool, _ at: Instant) {
        guard works else {
            tray = tray ?? []
            return
        }
        let waiting = tray ?? []
        tray = nil
        for (index, printed) in waiting.enumerated() {
            after(60 * (index + 1), at) { [unowned self] now in
                send(Reprint(printed.paper), printed.officer, now)
                send(DeliverPaper(printed.paper, printed.how), printed.officer, now)
                printed.guest.papersDue -= 1
            }
        }
    }

    /// A paper is given once it is printed.
    func deliver(
        _ paper: Identifier<Paper>, _ how: Delivery, to guest: Guest,
        _ officer: Identifier<Officer>, _ at: Instant
    ) {
        guard tray == nil else {
            tray?.append(Printed(paper: paper, how: how, guest: guest, officer: officer))
            guest.papersDue += 1
            return
        }
        send(DeliverPaper(paper, how), officer, at)
    }

    /// The certificate, given in a way; not given where nobody cares. While the printer is dead,
    /// whoever leaves before it works again gets theirs on a sheet of the drawer.
    func certify(
        _ guest: Guest, _ how: Delivery?, _ officer: Identifier<Officer>, _ at: Instant
    ) {
        var sheet: FromPaper?
        if tray != nil, how != nil, let name = guest.truth.sheet {
            sheet = folios[name].map { FromPaper(sheet: $0, at: at) }
        }
        let issued = send(IssueCertificate(of: guest.reception), from: sheet, officer, at)?.outcome
        guard let paper = (issued as? any PrintedOutcome)?.paper else { return }
        guard let how else {
            // Marked as given, though nothing came out of the printer.
            if tray != nil { send(DeliverPaper(paper, .signed), officer, at) }
            return
        }
        guard sheet == nil else {
            send(DeliverPaper(paper, how), officer, at)
            return
        }
        deliver(paper, how, to: guest, officer, at)
    }

    /// Somebody's papers are not printed yet; a child leaves with a record, which is printed too.
    func isWaitingForPaper(_ guest: Guest, _ at: Instant) -> Bool {
        guest.papersDue > 0 || tray != nil && isChild(guest, at) && adult(of: guest) == nil
    }

    // MARK: The drawer

    /// The sheets that lie in the drawer, with their folios.
    func reserveSheets(_ at: Instant) {
        for sheet in scenario.sheets {
            let kept = ReserveFolios(at: scenario.point, [ReservedSheets(sheet.kind, 1)])
            let answer = send(kept, officer(.lead), at)
            folios[sheet.id] = (answer?.outcome as? Reserved)?.folios.first
        }
    }
}
