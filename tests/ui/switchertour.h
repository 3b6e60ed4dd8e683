#pragma once

namespace lanyard::testing {

class Camera;

// The list of accounts with everything that it can say of an account, and the button and the dialog that belong to it:
// in light and dark, small, with large text and right to left. False if a step does not lead where it should.
[[nodiscard]] bool showAccountSwitcher(Camera &camera);

} // namespace lanyard::testing
