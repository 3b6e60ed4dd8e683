// What is said about a field and its value: below it, in its description, and aloud.
#include "core/base/sentences.h"
#include "core/models/profilemodel.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/plainlabel.h"
#include "ui/look/tonedlabel.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/fieldrow.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

void FieldRow::insist()
{
    m_editor->setFocus();
    announce(m_notice, tr("%1: %2").arg(m_label->text(), m_notice->text()), Politeness::Assertive);
    m_late->markSaid();
}

void FieldRow::refreshNotice()
{
    const QString problem = m_isTyping ? QString() : m_index.data(ProfileModel::ProblemRole).toString();
    QString text = problem.isEmpty() ? m_editor->notice() : problem;
    const QString notice = m_index.data(ProfileModel::NoticeRole).toString();
    if (text.isEmpty())
        text = notice;
    else if (!problem.isEmpty() && !notice.isEmpty())
        text += u' ' + notice;
    const QString question = m_isTyping ? QString() : m_index.data(ProfileModel::QuestionRole).toString();
    if (problem.isEmpty() && !question.isEmpty())
        text += text.isEmpty() ? question : u' ' + question;
    const bool isForInformation = m_editor->isForInformation() && text == m_editor->notice();
    m_notice->setTone(!problem.isEmpty() ? Tone::Bad : isForInformation ? Tone::Quiet : Tone::Warning);
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    // It appears by itself, wherever the focus is.
    if (std::exchange(m_said, notice) != notice && !notice.isEmpty())
        QMetaObject::invokeMethod(this, &FieldRow::tellNotice, Qt::QueuedConnection);
    const bool isOfTyping =
        (m_isTouched || !m_editor->notice().isEmpty()) && !text.isEmpty() && text != notice && !isForInformation;
    m_late->set(isOfTyping ? tr("%1: %2").arg(m_label->text(), text) : QString());
    describe();
}

// Queued: a field that is refused gets the focus, with which its description is read.
void FieldRow::tellNotice()
{
    const bool isRead = m_index.data(ProfileModel::RefusedRole).toBool() && m_control->hasFocus();
    if (m_said.isEmpty() || isRead)
        return;
    if (m_index.data(ProfileModel::ElsewhereRole).toBool())
        Q_EMIT changedElsewhere(m_label->text(), m_said);
    else
        announce(m_notice, tr("%1: %2").arg(m_label->text(), m_said));
}

void FieldRow::describe()
{
    QStringList parts;
    if (m_explanation)
        parts << m_explanation->text();
    if (isMasked())
        parts << tr("masked");
    if (m_index.data(ProfileModel::ChangedRole).toBool())
        parts << tr("changed");
    if (!m_notice->text().isEmpty())
        parts << m_notice->text();
    const bool isWrong = m_notice->tone() == Tone::Bad && !m_notice->text().isEmpty();
    describeField(m_control, inSequence(parts), isWrong || m_index.data(ProfileModel::RefusedRole).toBool());
}

} // namespace lanyard
