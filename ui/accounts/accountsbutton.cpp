#include "ui/accounts/accountsbutton.h"

#include "core/base/text.h"
#include "ui/common/avatar.h"
#include "ui/common/cutlabel.h"
#include "ui/look/plainlabel.h"
#include "ui/look/tonedlabel.h"

#include <QMenu>
#include <QStyleOptionButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int AvatarSide = 72;
constexpr int CompactAvatarSide = 52;
constexpr int SmallAvatarSide = 32;
constexpr qsizetype LongestName = 100;

} // namespace

AccountsButton::AccountsButton(QMenu &menu, QWidget *parent)
    : QPushButton(parent), m_menu(menu), m_avatar(new Avatar(AvatarSide)), m_name(new Heading({}, 1.15)),
      m_userName(new CutLabel), m_server(new CutLabel), m_waiting(new TonedLabel)
{
    setFlat(true);
    setAutoDefault(false);
    setAccessibleName(tr("Accounts"));
    setToolTip(tr("Accounts"));
    connect(this, &QPushButton::clicked, this, &AccountsButton::openMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 4, 8);
    layout->setSpacing(4);
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    m_name->setWordWrap(true);
    m_waiting->setWordWrap(true);
    m_waiting->setForegroundRole(QPalette::WindowText); // it would have the button's, in no tone
    m_waiting->setBackgroundRole(QPalette::Window);     // which a flat button shows
    m_waiting->setTone(Tone::Warning);
    m_waiting->hide();
    for (PlainLabel *label : {m_name, m_userName, m_server, static_cast<PlainLabel *>(m_waiting)}) {
        label->setAlignment(Qt::AlignHCenter);
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
    m_hasFullName = name != userName;
    m_avatar->setName(visibleText(name, false, LongestName));
    m_avatar->setPicture(picture);
    m_name->setText(visibleText(name, false, LongestName));
    m_userName->setText(visibleText(userName, false, LongestName));
    m_server->setText(server);
    // What may be cut, or have no room.
    setToolTip(toolTipText(QStringList{tr("Accounts"), m_name->text(), m_userName->text(), server}.join(u'\n')));
    for (PlainLabel *label : {m_name, m_userName})
        label->setLayoutDirection(label->text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
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

void AccountsButton::setLine(const QString &line)
{
    m_line = line;
    describe();
}

void AccountsButton::describe()
{
    QStringList parts{m_line};
    if (m_waitingCount > 0)
        parts << tr("%n other account(s) need you", nullptr, m_waitingCount);
    setAccessibleDescription(parts.join(u". "_s));
}

// Below the button, at the edge where a line begins; the menu itself sees to it that it is on the screen.
void AccountsButton::openMenu()
{
    const int left = isRightToLeft() ? width() - m_menu.sizeHint().width() : 0;
    m_menu.popup(mapToGlobal(QPoint(left, height())));
}

void AccountsButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->features |= QStyleOptionButton::HasMenu; // its arrow
}

void AccountsButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_avatar->setDiameter(isCompact ? CompactAvatarSide : AvatarSide);
    setWaitingCount(m_waitingCount);
}

// A smaller picture rather than none: in a narrow window it is all that tells whose account is shown.
void AccountsButton::fitInto(int height)
{
    m_avatar->setDiameter(m_isCompact ? CompactAvatarSide : AvatarSide);
    for (const int side : {CompactAvatarSide, SmallAvatarSide}) {
        if (height < wholeHeight())
            m_avatar->setDiameter(side);
    }
    const int whole = wholeHeight();
    const int withoutAvatar = whole - m_avatar->height();
    const bool areNames = m_isUser && !m_isCompact && height >= withoutAvatar;
    const bool isAvatar = m_isUser && height >= whole;
    m_avatar->setVisible(isAvatar);
    m_userName->hide();
    for (QWidget *label : names())
        label->setVisible(areNames);
    m_waiting->setVisible(m_waitingCount > 0 && (areNames || isAvatar));
    const QString word = m_waitingCount > 0 ? tr("Accounts") + u" (⚠ %1)"_s.arg(m_waitingCount) : tr("Accounts");
    setText(areNames || isAvatar ? QString() : m_isCompact ? u"…"_s : word);
    setMinimumHeight(areNames || isAvatar ? sizeHint().height() : 0);
    updateGeometry();
}

// A user without a name is shown once.
QList<QWidget *> AccountsButton::names() const
{
    return m_hasFullName ? QList<QWidget *>{m_name, m_userName, m_server} : QList<QWidget *>{m_name, m_server};
}

int AccountsButton::wholeHeight() const
{
    const QMargins margins = layout()->contentsMargins();
    const int inside = width() - margins.left() - margins.right();
    int height = margins.top() + margins.bottom() + m_avatar->height();
    QList<QWidget *> labels = m_isCompact ? QList<QWidget *>() : names();
    if (m_waitingCount > 0)
        labels << m_waiting;
    for (const QWidget *label : labels) {
        const int wanted = label->hasHeightForWidth() ? label->heightForWidth(inside) : label->sizeHint().height();
        height += wanted + layout()->spacing();
    }
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
