/// What kind of point it is.
package enum PointKind: String, Code { case border, auxiliary, air, centre }

/// Hours in which an arrangement receives people, with the days it holds.
package struct RuleWindow: Equatable, Sendable {
    /// Whom it is for.
    package enum Audience: String, Sendable { case general, vulnerable }
    /// Whom it is for.
    package var audience: Audience
    /// First minute.
    package var from: TimeOfDay
    /// First minute outside.
    package var to: TimeOfDay
    /// First day, nil is «always».
    package var validFrom: CivilDate?
    /// Last day, nil is «until further notice».
    package var validTo: CivilDate?

    /// General 05:00–22:00 and vulnerable people 08:00–18:00, from the arrangements of 2008 and
    /// 2016.
    package static let shipped = "general 05:00-22:00 /;vulnerable 08:00-18:00 /"

    /// Whether this moment lies inside the hours. A window may pass midnight.
    func contains(_ time: LocalTime) -> Bool {
        let minute = time.secondOfDay / 60
        let span = (from.minutes, to.minutes)
        return span.0 <= span.1
            ? (span.0..<span.1).contains(minute) : minute >= span.0 || minute < span.1
    }

    func holds(on day: CivilDate) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}

extension RuleWindow: ListItem {
    /// `general 05:00-22:00 2026-01-01/2026-12-31`; the days may be left out.
    package var item: String {
        """
        \(audience.rawValue) \(from.text)-\(to.text) \
        \(validFrom?.text ?? "")/\(validTo?.text ?? "")
        """
    }

    package init?(item: String) {
        let words = item.trimmed.split(separator: " ").map(String.init)
        guard words.count == 2 || words.count == 3, let audience = Audience(rawValue: words[0])
        else { return nil }
        let hours = words[1].split(separator: "-").map { TimeOfDay(text: String($0)) }
        guard hours.count == 2, let from = hours[0], let to = hours[1] else { return nil }
        let days = (words.count == 3 ? words[2] : "/").split(
            separator: "/", omittingEmptySubsequences: false)
        guard days.count == 2, days.allSatisfy({ $0.isEmpty || CivilDate(text: String($0)) != nil })
        else { return nil }
        self.init(
            audience: audience, from: from, to: to, validFrom: CivilDate(text: String(days[0])),
            validTo: CivilDate(text: String(days[1])))
    }
}

/// A point where people are handed over, with its clock, hours and counters. Editable data.
package struct ReceivingPoint: Tabled {
    package let id: Identifier<ReceivingPoint>
    /// Three letters.
    package var code = PointCode.none
    /// As it is called.
    package var name = ""
    /// What kind.
    package var kind = PointKind.border
    /// Whether people are received here.
    package var isActive = false
    /// IANA zone.
    package var zone = ""
    /// INEGI municipality key.
    package var municipality = ""
    /// Port or bridge on the Mexican side.
    package var port = ""
    /// On the US side.
    package var counterpart = ""
    /// As INM's sheets name it, where a lead has written it otherwise than it is known.
    package var officialName = ""
    /// As INM's sheets name it; empty where no sheet is known to.
    package var official: String {
        officialName.isEmpty ? NinePoints.officialNames[code.text] ?? "" : officialName
    }
    /// How many desks there are, 1 … 99.
    package var desks = 1
    /// Hours as the catalogue keeps them; read through `windows`.
    package var hours = ""
    /// When the working day begins.
    package var cut = TimeOfDay.usualCut
    /// While tier 2 is late, every so many calls one is tier 2; 2 … 20.
    package var share = 4
    /// Priority classes as the catalogue keeps them, empty for those shipped; read through
    /// `classes`.
    package var amendedClasses = ""

    /// A shift is open.
    package var isShiftOpen = false
    /// Who leads it.
    package var lead: Identifier<Officer>?
    /// Since when.
    package var shiftSince: Instant?
    /// Tier 1 calls by the rule since the last of tier 2.
    package var sinceTier2 = 0
    /// The last ticket given.
    package var lastTicket = 0
    /// The working day of the ticket series.
    package var ticketDay: CivilDate?
    /// The last group number given.
    package var lastGroup = 0
    /// The day of that number.
    package var groupDay: CivilDate?
    /// The last head count of everybody inside.
    package var headCount: Int?
    /// Where it was made.
    package var headCountPlace: CountPlace?
    /// Since when the interview is down to nine answers.
    package var peakSince: Instant?
    /// Why.
    package var peakReason: String?

    /// After how many minutes without a key a screen asks who is there; 5 … 15.
    package var lockMinutes = ReceivingPoint.usualLock

    /// Unless the lead says otherwise.
    package static let usualLock = 8

    /// At which hours shifts change; none where nobody has said it.
    package var shiftChanges: [TimeOfDay] = []
    /// The alarms' own thresholds as the catalogue keeps them, empty for the usual ones; read
    /// through `thresholds`.
    package var alarmThresholds = ""
    /// When people sleep here and no bell rings, as the catalogue keeps it; read through
    /// `isQuiet(at:)`. Empty is never.
    package var quietHours = ReceivingPoint.usualQuiet

    /// Ten at night to six.
    package static let usualQuiet = "22:00-06:00"

    /// Toilets for women; nil where nobody has said it, as with those that follow.
    package var toiletsWomen: Int?
    /// Toilets for men.
    package var toiletsMen: Int?
    /// Covered area where people stay, in m².
    package var area: Int?
    /// How many people there is a place for.
    package var places: Int?

    package init(id: Identifier<ReceivingPoint>) { self.id = id }

    package static let table = EntityTable<Self>(
        .point,
        Field("code", \.code), Field("name", \.name), Field("kind", \.kind),
        Field("active", \.isActive),
        Field("zone", \.zone), Field("municipality", \.municipality), Field("port", \.port),
        Field("counterpart", \.counterpart), Field("desks", \.desks), Field("windows", \.hours),
        Field("cut", \.cut), Field("share", \.share), Field("classes", \.amendedClasses),
        Field("shiftOpen", \.isShiftOpen),
        Field("lead", \.lead), Field("shiftSince", \.shiftSince), Field("sinceTier2", \.sinceTier2),
        Field("lastTicket", \.lastTicket), Field("ticketDay", \.ticketDay),
        Field("lastGroup", \.lastGroup),
        Field("groupDay", \.groupDay),
        Field("headCount", \.headCount), Field("headCountPlace", \.headCountPlace),
        Field("peakSince", \.peakSince), Field("peakReason", \.peakReason, .personal),
        Field("lockMinutes", \.lockMinutes), Field("shiftChanges", \.shiftChanges),
        Field("thresholds", \.alarmThresholds), Field("quietHours", \.quietHours),
        Field("toiletsWomen", \.toiletsWomen), Field("toiletsMen", \.toiletsMen),
        Field("area", \.area), Field("places", \.places),
        Field("officialName", \.officialName))

    /// Hours; parsed when asked for, since most commands need none. Nil when the text is not hours.
    package var windows: [RuleWindow]? { [RuleWindow](stored: .text(hours)) }

    /// The priority classes in force here. Nil when the text is not classes.
    package var classes: [PriorityClass]? {
        amendedClasses.isEmpty
            ? PriorityClass.shipped : [PriorityClass](stored: .text(amendedClasses))
    }

    /// Whether people of this audience are received at this moment; a point without windows always
    /// receives.
    package func isOpen(to audience: RuleWindow.Audience, at time: LocalTime) -> Bool {
        let holding = (windows ?? []).filter { $0.audience == audience && $0.holds(on: time.day) }
        return holding.isEmpty || holding.contains { $0.contains(time) }
    }

    /// Whether people sleep at this hour; never where the text is not hours.
    package func isQuiet(at time: LocalTime) -> Bool {
        RuleWindow(item: "general \(quietHours)")?.contains(time) ?? false
    }

    /// The class with this code, as this point has it.
    package func priority(_ code: String) -> PriorityClass? {
        (classes ?? PriorityClass.shipped).first { $0.code == code }
    }
}

extension TimeOfDay: Storable {
    package var stored: Value { .text(text) }
    package init?(stored: Value) {
        guard case .text(let value) = stored else { return nil }
        self.init(text: value)
    }
}

extension ReceivingPoint {
    /// What a point has for those inside: counted at a shift, and taken back like a count.
    static let means: Set<String> = ["toiletsWomen", "toiletsMen", "area", "places"]
}
