import Repatriation

/// What becomes of a screen that nobody touches.
extension App {
    /// A screen that nobody has touched for long asks who is there, where there is a password to
    /// ask for.
    mutating func lockWhenLeft() {
        let pause =
            screens.contains(where: \.isReserved)
            ? max(App.secondsToLockReserved, context.secondsToLock) : context.secondsToLock
        let isLong = secondsWithoutKey >= pause
        // A question for a second officer that was left open is no way back in.
        guard !isOut, gate?.purpose != .back, context.hasPassword, isLong else { return }
        gate = Gate(.back, Signer(context))
    }

    /// By the steady clock: one that is set back keeps no screen open, and a practice day's minute
    /// is a real one.
    var secondsWithoutKey: Int { (steady - lastKey) / 1000 }

    /// A screen that nobody has touched for a minute covers itself.
    mutating func coverWhenLeft() {
        guard !context.isCovered, !(screens.last is BoardScreen),
            !(screens.last is any Poster), secondsWithoutKey >= App.secondsToCover
        else { return }
        context.isCovered = true
        forgetKeys()
    }

    /// How long the reserved form waits without a key: a silence there is an answer on its way.
    package static let secondsToLockReserved = 1200
    /// After so long without a key the screen covers itself.
    package static let secondsToCover = 60
}
