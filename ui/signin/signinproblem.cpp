// What the sign-in dialog says is wrong.
#include "core/base/text.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fittingarea.h"
#include "ui/common/toldevents.h"
#include "ui/signin/serverfield.h"
#include "ui/signin/signindialog.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinmethod.h"
#include "ui/signin/signinoutcome.h"
#include "ui/signin/usernameremark.h"
#include "ui/signin/welcome.h"

#include <QLineEdit>

namespace lanyard {

void SignInMethod::describe(QLineEdit *edit, const QString &problem)
{
    if (edit == m_userName)
        m_nameRemark->setProblem(problem);
    else
        describeField(edit, problem, !problem.isEmpty());
}

void SignInForm::describe(QLineEdit *edit, const QString &problem)
{
    m_method->describe(edit, problem);
}

void SignInForm::clearProblems()
{
    m_server->describe({});
    m_method->describeSecret({});
}

void SignInDialog::clearError()
{
    m_outcome->clear();
    m_asksAboutCertificate = false;
    m_form->clearProblems();
    if (m_wrong)
        m_form->describe(m_wrong, {});
    m_wrong = nullptr;
    m_isOfSecret = false;
    updateSubmit();
}

void SignInDialog::showError(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_outcome->showError(error, m_form->textOf(error));
    if (error.kind == Error::Kind::PlainHttpRefused)
        m_outcome->focusPlainHttp(); // the secret is not what is wrong
    else
        m_form->correct(error, m_outcome->text());
    m_isOfSecret = SignInMethod::isSecretWrong(error.kind);
    m_asksAboutCertificate = error.certificate.has_value();
    if (m_asksAboutCertificate) {
        setFirstStart(false); // the question needs the room
        m_outcome->focusCertificate();
    }
    updateSubmit();
    m_area->reveal(m_outcome);
    tellProblem();
}

void SignInDialog::tellAt(QLineEdit *edit, const QString &problem)
{
    clearError();
    m_outcome->showProblem(problem);
    m_wrong = edit;
    m_form->describe(edit, m_outcome->text());
    m_area->reveal(m_outcome);
    tellProblem();
}

// Once: where the focus has just come to the field that is wrong, it is read with it.
void SignInDialog::tellProblem()
{
    QWidget *field = focusWidget();
    const bool isReadWithIt =
        field && field->accessibleDescription().startsWith(withoutQuoteMarks(m_outcome->text())) && isFocusNews(*field);
    if (!isReadWithIt)
        m_outcome->tellProblem();
}

} // namespace lanyard
