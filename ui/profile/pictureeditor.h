#pragma once

#include "ui/profile/fieldeditor.h"

class QAction;
class QIODevice;
class QMimeData;

namespace lanyard {

class Avatar;
class MenuButton;
class User;
struct PreparedPicture;

/// The user's picture: choose a file, drop or paste one, remove it. preparePicture() prepares the picture to be sent.
class PictureFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    PictureFieldEditor(const UserField &field, QWidget *parent);

    /// Whose picture it is: their initials are shown where there is none.
    void setUser(const User &user);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;
    [[nodiscard]] QString notice() const override;
    [[nodiscard]] bool isForInformation() const override { return m_isConverted; }
    void dropNotice() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void paste();
    void remove();
    bool takeFrom(const QMimeData &offered);
    void openFile(const QString &path);
    void take(const std::optional<PreparedPicture> &picture);
    void setNotice(const QString &notice, bool isConverted = false);

    Avatar *m_avatar;
    MenuButton *m_change;
    QAction *m_remove;
    QString m_value;
    QString m_notice;
    bool m_isConverted = false; // and the notice says to what
};

} // namespace lanyard
