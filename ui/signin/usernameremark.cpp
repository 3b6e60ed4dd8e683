#include "ui/signin/usernameremark.h"

#include "core/base/text.h"
#include "core/session/enteredsecret.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/hiddentyping.h"

#include <QLineEdit>

namespace lanyard {

UserNameRemark::UserNameRemark(QLineEdit &field) : m_field(field), m_late(new LateAnnouncement(&field, this))
{
    setWordWrap(true);
    setTone(Tone::Warning);
    attachText(*this, field);
    connect(&field, &QLineEdit::textChanged, this, &UserNameRemark::refresh);
    connect(&field, &QLineEdit::editingFinished, this, [this] { show(true); });
    refresh();
}

void UserNameRemark::refresh()
{
    show(!m_field.hasFocus());
}

void UserNameRemark::show(bool isLeft)
{
    constexpr qsizetype most = 100;
    const QString name = m_field.text();
    QString remark = userNameRemark(isLeft ? name : name.trimmed());
    const QString marked = visibleText(name, false, most);
    if (!remark.isEmpty() && marked != name && !isTypingHidden(m_field, name))
        remark += u' ' + tr("With marks for what cannot be seen it reads “%1”.").arg(quoted(marked));
    setText(remark);
    setVisible(!remark.isEmpty() && !m_field.isHidden());
    describe();
    m_late->set(remark);
    if (isLeft)
        m_late->flush();
}

void UserNameRemark::setProblem(const QString &problem)
{
    m_problem = problem;
    describe();
}

void UserNameRemark::describe()
{
    QStringList parts{m_problem, text()};
    parts.removeAll(QString());
    describeField(&m_field, parts.join(u' '), !m_problem.isEmpty());
}

} // namespace lanyard

#include "moc_usernameremark.cpp"
