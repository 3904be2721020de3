/// What both acts of a hand-over share.
enum HandOverRules {
    /// How long before a change of shifts it may be handed over, in minutes.
    static let before = 60

    /// Throws `handOverEarly` where the point has hours at which shifts change, and the one that
    /// ends this shift is more than an hour away; from then on there is no end.
    static func checkHour(_ point: ReceivingPoint, _ context: Context) throws(Refusal) {
        guard let since = point.shiftSince,
            let change = point.shiftChange(after: since, in: context.zone),
            change.adding(minutes: -before) > context.now
        else { return }
        let from = context.zone.local(change.adding(minutes: -before))
        throw Refusal(.handOverEarly, ["from": .string(from.clock)])
    }

    /// What was counted against what the store has. Throws `handOverDiffers` with every figure
    /// where they do not agree and nobody says why.
    static func checkCounts(_ handOver: HandOver, saying words: String?) throws(Refusal) {
        guard !handOver.agrees, !Reason.isTold(words) else { return }
        throw Refusal(
            .handOverDiffers,
            [
                "outgoing": JSON(handOver.outgoingCount), "incoming": JSON(handOver.incomingCount),
                "inBuilding": .int(handOver.inBuildingThen ?? handOver.inBuilding),
                "elsewhere": .int(handOver.elsewhere),
            ])
    }
}

extension HandOver {
    /// With what the store has now.
    func counted(against remains: ShiftRemains) -> HandOver {
        var after = self
        after.inBuilding = remains.inBuilding
        after.elsewhere = remains.elsewhere
        return after
    }
}

extension ReceivingPoint {
    /// When the shift that began at a moment ends: the first change that is more than an hour after
    /// it, since whoever takes over early takes over for that change. Nil where the point has not
    /// said when shifts change.
    func shiftChange(after since: Instant, in zone: Zone) -> Instant? {
        let from = since.adding(minutes: HandOverRules.before)
        let day = zone.local(from).day.daysSinceEpoch
        let moments = (0...1).flatMap { ahead in
            shiftChanges.sorted().map {
                zone.instant(of: CivilDate(daysSinceEpoch: day + ahead), at: $0)
            }
        }
        return moments.first { $0 > from }
    }
}

extension TimeOfDay: ListItem {
    package var item: String { text }
    package init?(item: String) { self.init(text: item) }
}
