#include "ui/accounts/accountsbutton.h"

#include "core/base/text.h"
#include "ui/common/avatar.h"
#include "ui/common/plainlabel.h"
#include "ui/common/tonedlabel.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int AvatarSide = 72;
constexpr int CompactAvatarSide = 52;
constexpr qsizetype LongestName = 100;

} // namespace

AccountsButton::AccountsButton(QMenu &menu, QWidget *parent)
    : QPushButton(parent), m_avatar(new Avatar(AvatarSide)), m_name(new Heading({}, 1.15)), m_userName(new PlainLabel),
      m_server(new PlainLabel), m_waiting(new TonedLabel)
{
    setMenu(&menu);
    setFlat(true);
    setAutoDefault(false);
    setAccessibleName(tr("Accounts"));
    setToolTip(tr("Accounts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 4, 8);
    layout->setSpacing(4);
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    m_waiting->setTone(Tone::Warning);
    m_waiting->hide();
    for (PlainLabel *label : {m_name, m_userName, m_server, static_cast<PlainLabel *>(m_waiting)}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    for (QWidget *part :
         {static_cast<QWidget *>(m_avatar), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_userName),
          static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_waiting)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_server->setLayoutDirection(Qt::LeftToRight); // an address
    m_userName->setForegroundRole(QPalette::PlaceholderText);
    m_server->setForegroundRole(QPalette::PlaceholderText);
}

void AccountsButton::setUser(const QString &name, const QString &userName, const QString &server, const QImage &picture)
{
    m_isUser = !userName.isEmpty() || !name.isEmpty();
    m_avatar->setName(visibleText(name, false, LongestName));
    m_avatar->setPicture(picture);
    m_name->setText(visibleText(name, false, LongestName));
    m_userName->setText(visibleText(userName, false, LongestName));
    m_server->setText(server);
    for (PlainLabel *label : {m_name, m_userName})
        label->setLayoutDirection(label->text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    describe();
}

void AccountsButton::setWaitingCount(int count)
{
    m_waitingCount = count;
    m_waiting->setText(m_isCompact ? u"⚠ %1"_s.arg(count)
                                   : u"⚠ "_s + tr("%n other account(s) need you", nullptr, count));
    m_waiting->setVisible(count > 0);
    describe();
    updateGeometry();
}

void AccountsButton::describe()
{
    QStringList parts;
    if (m_isUser)
        parts << tr("%1, %2 at %3").arg(m_name->text(), m_userName->text(), m_server->text());
    if (m_waitingCount > 0)
        parts << tr("%n other account(s) need you", nullptr, m_waitingCount);
    setAccessibleDescription(parts.join(u". "_s));
}

void AccountsButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_avatar->setDiameter(isCompact ? CompactAvatarSide : AvatarSide);
    setWaitingCount(m_waitingCount);
}

void AccountsButton::fitInto(int height)
{
    const int whole = wholeHeight();
    const int names = whole - m_avatar->height();
    const bool areNames = m_isUser && !m_isCompact && height >= names;
    const bool isAvatar = m_isUser && height >= whole;
    m_avatar->setVisible(isAvatar);
    for (PlainLabel *label : {m_name, m_userName, m_server})
        label->setVisible(areNames);
    m_waiting->setVisible(m_waitingCount > 0 && (areNames || isAvatar));
    setText(areNames || isAvatar ? QString() : m_isCompact ? QStringLiteral("…") : tr("Accounts"));
    setMinimumHeight(areNames || isAvatar ? sizeHint().height() : 0);
    updateGeometry();
}

int AccountsButton::wholeHeight() const
{
    const QMargins margins = layout()->contentsMargins();
    int height = margins.top() + margins.bottom() + m_avatar->height();
    if (m_waitingCount > 0)
        height += m_waiting->heightForWidth(width() - margins.left() - margins.right()) + layout()->spacing();
    if (m_isCompact)
        return height;
    for (const PlainLabel *label : {m_name, m_userName, m_server})
        height += label->heightForWidth(width() - margins.left() - margins.right()) + layout()->spacing();
    return height;
}

QSize AccountsButton::sizeHint() const
{
    if (!text().isEmpty())
        return QPushButton::sizeHint();
    return {width(), wholeHeight() - (m_avatar->isHidden() ? m_avatar->height() : 0)};
}

} // namespace lanyard

#include "moc_accountsbutton.cpp"
