// What KeyActions does while a key is revealed.
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/countedbutton.h"
#include "ui/apikeys/keyactions.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/announce.h"

namespace lanyard {

QString KeyActions::hideText(int ms)
{
    constexpr int second = 1000;
    return tr("Hide (%1 s)").arg((ms + second - 1) / second);
}

void KeyActions::setRevealed(bool on)
{
    const int row = on && !m_presentationMode ? m_table.selectedKey() : -1;
    const bool wasRevealed = m_model.revealedRow() >= 0;
    m_model.reveal(row);
    // Nothing moves: the details have room for the whole secret, and the table keeps its columns.
    if (row < 0) {
        m_hideAgain.stop();
    } else {
        m_table.choose();
        m_hideAgain.start();
    }
    showSecondsLeft();
    // The secret itself is read only when its cell is.
    if (row >= 0)
        announce(m_reveal, tr("Revealed for %n second(s).", nullptr, RevealMs / 1000));
    else if (wasRevealed)
        announce(m_reveal, tr("Hidden again."));
}

void KeyActions::showSecondsLeft()
{
    constexpr int tick = 200;
    if (m_hideAgain.isActive())
        m_countdown.start(tick, this);
    else
        m_countdown.stop();
    m_reveal->setShown(m_hideAgain.isActive() ? hideText(m_hideAgain.remainingTime()) : QString());
    const QString name = m_hideAgain.isActive() ? tr("Hide") : tr("Reveal");
    if (m_reveal->accessibleName() == name) // each time it is set, it is told
        return;
    const QKeySequence shortcut = m_reveal->shortcut(); // the key that reveals it hides it, too
    m_reveal->setText(m_hideAgain.isActive() ? name : tr("&Reveal"));
    m_reveal->setAccessibleName(name);
    m_reveal->setShortcut(shortcut);
}

void KeyActions::hideSecrets()
{
    if (m_model.revealedRow() >= 0 || m_hideAgain.isActive())
        setRevealed(false);
}

void KeyActions::setPresentationMode(bool on)
{
    m_presentationMode = on;
    hideSecrets();
    follow();
}

} // namespace lanyard
