// What KeyActions does while a key or a client secret is revealed.
#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"
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

void KeyActions::revealClientSecret()
{
    toggle(ApiKeysModel::ClientSecret);
}

void KeyActions::toggle(int column)
{
    setRevealed(m_model.isRevealed(m_model.revealedRow(), column) ? -1 : column);
}

// One at a time: who shows one to somebody does not show the other by it. -1: none.
void KeyActions::setRevealed(int column)
{
    const int row = column >= 0 && !m_presentationMode ? m_table.selectedKey() : -1;
    const bool wasRevealed = m_model.revealedRow() >= 0;
    m_model.reveal(row, column);
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
        announce(m_reveal, (column == ApiKeysModel::ClientSecret
                                ? tr("Client secret of “%1” revealed for %n second(s).", nullptr, RevealMs / 1000)
                                : tr("Key “%1” revealed for %n second(s).", nullptr, RevealMs / 1000))
                               .arg(quotedKeyName(m_model.keyAt(row))));
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
    const bool isKey = m_hideAgain.isActive() && m_model.isRevealed(m_model.revealedRow(), ApiKeysModel::Key);
    m_reveal->setShown(isKey ? hideText(m_hideAgain.remainingTime()) : QString());
    m_revealClientSecret->setText(m_hideAgain.isActive() && !isKey ? tr("Hide clie&nt secret")
                                                                   : tr("Reveal clie&nt secret"));
    const QString name = isKey ? tr("Hide") : tr("Reveal");
    if (m_reveal->accessibleName() == name) // each time it is set, it is told
        return;
    const QKeySequence shortcut = m_reveal->shortcut(); // the key that reveals it hides it, too
    m_reveal->setText(isKey ? name : tr("&Reveal"));
    m_reveal->setAccessibleName(name);
    m_reveal->setShortcut(shortcut);
}

// Whose key they are about: the list, where that is said, may be far from them. Or why nothing can be revealed.
void KeyActions::describeButtons(int row, const QString &whyNot)
{
    const QString name = row >= 0 ? withoutQuoteMarks(quotedKeyName(m_model.keyAt(row))) : QString();
    m_copyKey->setAccessibleDescription(name);
    m_copyAs->setAccessibleDescription(name);
    m_reveal->setAccessibleDescription(whyNot.isEmpty() ? name : whyNot);
}

void KeyActions::hideSecrets()
{
    if (m_model.revealedRow() >= 0 || m_hideAgain.isActive())
        setRevealed(-1);
}

void KeyActions::setPresentationMode(bool on)
{
    m_presentationMode = on;
    hideSecrets();
    follow();
}

} // namespace lanyard
