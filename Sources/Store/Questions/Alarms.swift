import Repatriation

extension Reading<[AlarmChange]> {
    /// What became of the alarms from one moment until before another, at one point or all.
    package static func alarms(
        from: Instant, to: Instant, at point: PointCode? = nil
    ) -> Reading {
        Reading(.alarmHistory) { look in
            try look.store.alarmChanges(from: from, to: to)
                .filter { point == nil || $0.tag.point == point }
        }
    }
}
